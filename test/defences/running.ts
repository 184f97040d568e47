/** Rights in the cloud, faults and kills. */
import { type Defences, without } from './defence.ts';

const rights = 'infra/constructs/rights.ts';
const plans = 'infra/functions.ts';

export const running: Defences = {
  'nobody may do everything, or anything to everything': [
    without(rights, "allow(['s3:DeleteObject'], `${bucket.arn}/*`)", "allow(['s3:*'], `${bucket.arn}/*`)"),
    without(rights, "allow(['s3:DeleteObject'], `${bucket.arn}/*`)", "allow(['s3:DeleteObject'], '*')"),
  ],
  'only the reader sees the inbox, and the reader writes nothing public': [
    without(
      plans,
      "may: ['change the table', 'empty the inbox', 'start publications'],",
      "may: ['change the table', 'read the inbox', 'empty the inbox', 'start publications'],",
    ),
    without(
      plans,
      "may: ['change the table', 'read the inbox', 'empty the inbox', 'read records', 'write records'],",
      "may: ['change the table', 'read the inbox', 'empty the inbox', 'read records', 'write records', 'write public files'],",
    ),
  ],
  'the public site keeps subscriptions and mails about them; it writes no file and starts nothing': [
    without(
      plans,
      "may: ['change the table', 'read public files', 'make links', 'send mail'],",
      "may: ['change the table', 'read public files', 'write public files', 'make links', 'send mail'],",
    ),
    without(
      plans,
      "may: ['change the table', 'read public files', 'make links', 'send mail'],",
      "may: ['change the table', 'read public files', 'start withdrawals', 'make links', 'send mail'],",
    ),
  ],
  'whatever fails on the way, nothing accepted is lost, nothing goes out unreviewed or twice': [
    without(
      'packages/platform/embedded/mail-queue.ts',
      'sql.accept.run(message.id, ',
      'sql.accept.run(message.id + Math.random(), ',
    ),
    without(
      'packages/platform/embedded/interpreter/handling.ts',
      'tries >= retrier.MaxAttempts',
      'tries >= 0',
    ),
  ],
  'leave no byte behind of a small one that was deleted, in the database or in its log': [
    without('packages/platform/embedded/database.ts', 'secure_delete = ON', 'secure_delete = OFF'),
    without('packages/platform/embedded/database.ts', 'wal_checkpoint(TRUNCATE)', 'wal_checkpoint(PASSIVE)'),
  ],
  'empties the inbox of what could not be read, and after a week of what was never completed': [
    without('packages/cli/housekeeping.ts', "for (const key of over) await files.delete('inbox', key);"),
    without('packages/cli/housekeeping.ts', ' && document.updatedAt > since'),
  ],
  'a full disk refuses in plain words, loses nothing, and work goes on when there is room': [
    without(
      'functions/portal/frame.ts',
      "if (c.req.method === 'POST' && c.res.status < 500) await deps.kept?.(since);",
      'if (since < 0) await deps.kept?.(since);',
    ),
  ],
  'ends as one that was left alone: no mail, number, page or task twice': [
    without(
      'packages/platform/embedded/interpreter/frames.ts',
      'sql.save.run(state, phase, enteredAt, due,',
      "sql.save.run(state, phase, enteredAt, phase === 'enter' ? null : due,",
    ),
  ],
};
