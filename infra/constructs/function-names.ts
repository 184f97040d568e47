/** The functions of the product: folders below `functions/`, each with a `handler.ts` that exports `handler`. */
export const functionNames = [
  'receive-upload',
  'read-document',
  'refuse-document',
  'classify-document',
  'screen-document',
  'screen-published',
  'open-task',
  'return-document',
  'redact-document',
  'register-document',
  'publish-document',
  'find-interpretation',
  'link-interpretation',
  'record-reassessment',
  'withdraw-document',
  'mark-validity',
  'watch-clock',
  'report-metrics',
  'build-site',
  'publish-digest',
  'update-search',
  'send-digests',
  'portal',
  'site',
  'search',
] as const;
export type FunctionName = (typeof functionNames)[number];

/** `read-document` → `ReadDocument`: construct ids pair with folders by name. */
export const constructId = (name: string): string =>
  name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
