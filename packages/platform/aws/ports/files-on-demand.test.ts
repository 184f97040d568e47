import { expect, test } from 'vitest';
import { settingsSchema } from '@gongkai/domain/settings.ts';
import { filesOnDemand } from './files-on-demand.ts';
import { withoutTable } from './place.ts';

const arn = 'arn:aws:states:us-east-1:123456789012:stateMachine:m';
const place = withoutTable({
  STAGE: 'test',
  TABLE_NAME: 'table',
  INBOX_BUCKET: 'inbox-bucket',
  RECORDS_BUCKET: 'records-bucket',
  PUBLIC_BUCKET: 'public-bucket',
  PUBLICATION_MACHINE_ARN: arn,
  REASSESSMENT_MACHINE_ARN: arn,
  WITHDRAWAL_MACHINE_ARN: arn,
  VALIDITY_MACHINE_ARN: arn,
  SETTINGS: JSON.stringify(
    settingsSchema.parse({ siteUrl: 'https://site.example', portalUrl: 'https://site.example/portal' }),
  ),
});

test('files opened by the first call answer as files do', async () => {
  const { files } = filesOnDemand(place);
  expect(await files.get('records', '../secret')).toBeUndefined();
  expect(await files.head('public', '/')).toBeUndefined();
  await expect(files.delete('public', '../x')).rejects.toThrow('not a file key');
});
