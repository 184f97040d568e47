/** Every function of the product by the name the state machines call it. */
import type { Deps } from '@gongkai/platform/deps.ts';
import { logged, type WriteLine } from '@gongkai/platform/log.ts';
import { patient } from '@gongkai/platform/passing-trouble.ts';
import { createClassifyDocument } from '@gongkai/functions/classify-document/classify-document.ts';
import { createFindInterpretation } from '@gongkai/functions/find-interpretation/find-interpretation.ts';
import { createLinkInterpretation } from '@gongkai/functions/link-interpretation/link-interpretation.ts';
import { createMarkValidity } from '@gongkai/functions/mark-validity/mark-validity.ts';
import { createOpenTask } from '@gongkai/functions/open-task/open-task.ts';
import { createPublishDocument } from '@gongkai/functions/publish-document/publish-document.ts';
import { createReadDocument } from '@gongkai/functions/read-document/read-document.ts';
import { createRecordReassessment } from '@gongkai/functions/record-reassessment/record-reassessment.ts';
import { createRedactDocument } from '@gongkai/functions/redact-document/redact-document.ts';
import { createRefuseDocument } from '@gongkai/functions/refuse-document/refuse-document.ts';
import { createRegisterDocument } from '@gongkai/functions/register-document/register-document.ts';
import { createReturnDocument } from '@gongkai/functions/return-document/return-document.ts';
import { createScreenDocument } from '@gongkai/functions/screen-document/screen-document.ts';
import { createWithdrawDocument } from '@gongkai/functions/withdraw-document/withdraw-document.ts';
import { screenBeside } from '@gongkai/screening/screening-process.ts';

export type Step = (input: unknown) => Promise<unknown>;

/** Every call leaves a line in the log; trouble that passes is named so that the machines wait and repeat. */
export const stepFunctions = (deps: Deps, log: WriteLine): Record<string, Step> =>
  Object.fromEntries(
    Object.entries(steps(deps)).map(([name, step]) => [name, patient(logged(name, step, log))]),
  );

const steps = (deps: Deps): Record<string, Step> => ({
  'read-document': createReadDocument(deps),
  'refuse-document': createRefuseDocument(deps),
  'classify-document': createClassifyDocument(deps),
  'screen-document': createScreenDocument(deps, screenBeside),
  'open-task': createOpenTask(deps),
  'return-document': createReturnDocument(deps),
  'redact-document': createRedactDocument(deps),
  'register-document': createRegisterDocument(deps),
  'publish-document': createPublishDocument(deps, screenBeside),
  'find-interpretation': createFindInterpretation(deps),
  'link-interpretation': createLinkInterpretation(deps, screenBeside),
  'record-reassessment': createRecordReassessment(deps),
  'withdraw-document': createWithdrawDocument(deps),
  'mark-validity': createMarkValidity(deps),
});
