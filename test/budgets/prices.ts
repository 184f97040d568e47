/** Public list prices in USD: us-east-1, November 2026. The China regions differ. */
export const prices = {
  transition: 25e-6,
  mail: 100e-6,
  gigabyteSecond: 0.0000133334,
  invocation: 0.2e-6,
  writeUnit: 0.625e-6,
  readUnit: 0.125e-6,
  tableGigabyteMonth: 0.25,
  filePut: 5e-6,
  fileGet: 0.4e-6,
  fileGigabyteMonth: 0.023,
  apiRequest: 1e-6,
  scheduledRun: 1e-6,
} as const;
export type Priced = keyof typeof prices;

export const pricedName: Record<Priced, string> = {
  transition: 'Step Functions, transitions',
  mail: 'SES, mails',
  gigabyteSecond: 'Lambda, GB-seconds',
  invocation: 'Lambda, requests',
  writeUnit: 'DynamoDB, write units',
  readUnit: 'DynamoDB, read units',
  tableGigabyteMonth: 'DynamoDB, GB-months (a year)',
  filePut: 'S3, PUT',
  fileGet: 'S3, GET',
  fileGigabyteMonth: 'S3, GB-months (a year)',
  apiRequest: 'HTTP API, requests',
  scheduledRun: 'EventBridge Scheduler, runs',
};
