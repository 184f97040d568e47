/** Every function: what it may do, and what people notice when it fails. Whatever is not named here is denied. */
import { Duration } from 'aws-cdk-lib';
import type { FunctionName } from './constructs/function-names.ts';
import type { Right } from './constructs/rights.ts';

export interface FunctionPlan {
  may: readonly Right[];
  impact: string;
  memoryMb?: number;
  timeout?: Duration;
}

const stands = 'Documents stop at this step of the workflow; it tries again for up to three days.';

export const functionPlans: Record<FunctionName, FunctionPlan> = {
  'receive-upload': {
    may: ['change the table', 'empty the inbox', 'start publications'],
    impact: 'Uploads arrive but no workflow starts; departments see “已上传” and nothing follows.',
  },
  'read-document': {
    may: ['change the table', 'read the inbox', 'empty the inbox', 'read records', 'write records'],
    impact: `New uploads are not read. ${stands}`,
    // PDF pages in WebAssembly: a whole core, and time for ten files of 20 MB, one of them scanned.
    memoryMb: 1769,
    timeout: Duration.minutes(10),
  },
  'refuse-document': {
    may: ['change the table', 'empty the inbox', 'send mail'],
    impact: `A file with a secrecy mark is not destroyed yet: the inbox keeps it for up to seven days. ${stands}`,
  },
  'classify-document': { may: ['change the table', 'read records'], impact: stands },
  'screen-document': {
    may: ['change the table', 'read records', 'write records'],
    impact: stands,
    memoryMb: 1769,
    timeout: Duration.minutes(2),
  },
  'open-task': {
    may: ['change the table', 'make links', 'send mail', 'answer waiting workflows'],
    impact: `Reviewers are not asked. ${stands}`,
  },
  'return-document': {
    may: ['change the table', 'send mail'],
    impact: `Departments do not learn that a document came back. ${stands}`,
  },
  'redact-document': {
    may: ['change the table', 'read records', 'write records'],
    impact: stands,
    memoryMb: 1769,
    timeout: Duration.minutes(2),
  },
  'register-document': { may: ['change the table', 'send mail'], impact: stands },
  'publish-document': {
    may: ['change the table', 'read records', 'write public files', 'write search entries', 'send mail'],
    impact: `Approved documents do not appear on the public site. ${stands}`,
    memoryMb: 1769,
    timeout: Duration.minutes(5),
  },
  'find-interpretation': { may: ['read the table'], impact: stands },
  'link-interpretation': {
    may: ['change the table', 'read records', 'write public files', 'write search entries', 'send mail'],
    impact: `Approved interpretations do not appear on the public site. ${stands}`,
    timeout: Duration.minutes(5),
  },
  'record-reassessment': {
    may: ['change the table', 'write public files'],
    impact: stands,
    timeout: Duration.minutes(5),
  },
  'withdraw-document': {
    may: [
      'change the table',
      'read records',
      'read public files',
      'write public files',
      'write search entries',
      'take down public files',
      'send mail',
    ],
    impact:
      'A document that must not be public any more is still public. Delete its files by hand if need be.',
    timeout: Duration.minutes(5),
  },
  'mark-validity': {
    may: ['change the table', 'read records', 'write public files', 'write search entries'],
    impact: 'A document that was repealed or lapsed still looks as if it were in force.',
    timeout: Duration.minutes(5),
  },
  'screen-published': {
    may: ['change the table', 'read records', 'write records', 'make links', 'send mail'],
    impact:
      'What was published before the rules of screening changed is not screened anew; nobody hears of what it holds.',
    memoryMb: 1769,
    timeout: Duration.minutes(10),
  },
  'watch-clock': {
    may: [
      'change the table',
      'read records',
      'write records',
      'make links',
      'send mail',
      'answer waiting workflows',
      'start reassessments',
      'start withdrawals',
    ],
    impact: 'No reminders, no escalation, no yearly reassessments; late decisions do not reach the workflow.',
    timeout: Duration.minutes(10),
  },
  'report-metrics': {
    may: ['read the table', 'read public files'],
    impact: 'Nobody is told any more that tasks wait too long or that the feed stands still.',
    timeout: Duration.minutes(2),
  },
  'build-site': {
    may: ['change the table', 'read records', 'write records', 'write public files', 'take down profiles'],
    impact: 'Fixed pages of the public site do not follow changes of settings or departments.',
    timeout: Duration.minutes(5),
  },
  'publish-digest': {
    may: ['change the table', 'read records', 'write records', 'write public files'],
    impact: 'No new digest of the histories is published: what happened since cannot be proved.',
    timeout: Duration.minutes(10),
  },
  'update-search': {
    may: ['read search entries'],
    impact: 'What is published is not found by the search, and what was withdrawn still is.',
    timeout: Duration.minutes(2),
  },
  'send-digests': {
    may: ['change the table', 'make links', 'send mail'],
    impact: 'Citizens who subscribed do not hear of what was published, changed or withdrawn.',
    timeout: Duration.minutes(15),
  },
  portal: {
    may: [
      'change the table',
      'sign posts into the inbox',
      'read records',
      'write records',
      'make links',
      'send mail',
      'answer waiting workflows',
      'start withdrawals',
      'start changes of validity',
    ],
    impact: 'Staff cannot sign in, upload or decide.',
    timeout: Duration.seconds(29),
  },
  site: {
    may: ['change the table', 'read public files', 'make links', 'send mail'],
    impact: 'Nobody can subscribe; without CloudFront the whole public site does not answer.',
    timeout: Duration.seconds(29),
  },
  search: {
    may: [],
    impact: 'The search does not answer; pages, lists and feeds do.',
    memoryMb: 1769,
    timeout: Duration.seconds(29),
  },
};
