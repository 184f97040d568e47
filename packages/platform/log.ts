/**
 * One JSON line for every step and request: of which document and task, how it ended, how long it took. Ids,
 * names of steps and names of errors only. What people wrote, who they are, what opens a link, and the words of an
 * error stay out: a log is read by many and kept for long.
 */
export type WriteLine = (line: string) => void;

/** Past `console`, which in Lambda would wrap the line in one of its own. */
export const toStandardOutput: WriteLine = (line) => {
  process.stdout.write(`${line}\n`);
};

type Outcome = 'done' | 'refused' | 'failed';
const levels: Record<Outcome, string> = { done: 'INFO', refused: 'WARN', failed: 'ERROR' };
/** Errors that are an answer to somebody's input or an older revision, by name. */
const refusals = new Set([
  'InputRefused',
  'NotFound',
  'NotAllowed',
  'WrongState',
  'StalePage',
  'PublicationRefused',
]);

/** The same function; every call leaves one line, and what it throws is thrown on. */
export const logged =
  <A extends unknown[], R>(
    step: string,
    call: (...args: A) => Promise<R>,
    write: WriteLine = toStandardOutput,
  ): ((...args: A) => Promise<R>) =>
  async (...args) => {
    const started = performance.now();
    const note = (outcome: Outcome, more: Record<string, unknown>): void => {
      const durationMs = Math.round(performance.now() - started);
      const line = { timestamp: new Date().toISOString(), level: levels[outcome], step, outcome, durationMs };
      write(JSON.stringify({ ...line, ...subjectOf(args[0]), ...more }));
    };
    try {
      const result = await call(...args);
      note(outcomeOf(result), factsOf(result));
      return result;
    } catch (error) {
      note(error instanceof Error && refusals.has(error.name) ? 'refused' : 'failed', traceOf(error));
      throw error;
    }
  };

/** Of an error's words only codes of machines get into the log, e.g. ECONNREFUSED. */
const machineCode = /\b(?:E[A-Z]{3,20}|(?:SQLITE|ERR)_[A-Z_]{2,40})\b/;

/** What kind of error, and where it happened, without what it said. */
export const traceOf = (error: unknown): { error: string; code?: string; at?: string[] } => {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = machineCode.exec(`${textOf(fieldsOf(error)['code']) ?? ''} ${error.message}`)?.[0];
  return {
    error: error.name,
    ...(code === undefined ? {} : { code }),
    at: frames.slice(0, 6).map((line) => line.trim()),
  };
};

const statusOf = (result: unknown): number | undefined => {
  const { status, statusCode } = fieldsOf(result);
  const code = status ?? statusCode;
  return typeof code === 'number' ? code : undefined;
};

function outcomeOf(result: unknown): Outcome {
  const status = statusOf(result) ?? 0;
  return status >= 500 ? 'failed' : status >= 400 ? 'refused' : 'done';
}

function factsOf(result: unknown): Record<string, unknown> {
  const { taskId } = fieldsOf(result);
  return { status: statusOf(result), ...(isTaskId(taskId) ? { taskId } : {}) };
}

/** Which document and task an input, a storage event or a request is about, as far as it says. */
function subjectOf(input: unknown): Record<string, unknown> {
  const { documentId, revision, decided, task, rawPath, url, method, requestContext, detail } =
    fieldsOf(input);
  const path = textOf(rawPath) ?? pathOf(textOf(url));
  if (path !== undefined)
    return {
      method: textOf(method) ?? textOf(fieldsOf(fieldsOf(requestContext)['http'])['method']),
      ...subjectOfPath(path),
    };
  const key = textOf(fieldsOf(fieldsOf(detail)['object'])['key']);
  if (key !== undefined) return { documentId: /^([a-z0-9]{1,40})\/\d/.exec(key)?.[1] };
  return {
    ...(isId(documentId) ? { documentId } : {}),
    ...(typeof revision === 'number' ? { revision } : {}),
    ...(isTaskId(decided) ? { decided } : {}),
    ...(typeof task === 'string' && /^[a-z-]{1,40}$/.test(task) ? { task } : {}),
  };
}

/** Paths carry what opens links, and whatever people type: only ids of our own shape are taken from them. */
function subjectOfPath(path: string): { documentId?: string; taskId?: string } {
  const taskId = /\/(?:t|tasks)\/([^/]+)/.exec(path)?.[1];
  const documentId = /\/documents\/([a-z0-9]{13})(?![a-z0-9])/.exec(path)?.[1];
  return { ...(isTaskId(taskId) ? { taskId } : {}), ...(documentId === undefined ? {} : { documentId }) };
}

const pathOf = (url: string | undefined): string | undefined =>
  url !== undefined && URL.canParse(url) ? new URL(url).pathname : undefined;
const isId = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9]{1,40}$/.test(value);
const isTaskId = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9]{1,40}-\d{1,6}(?:-y\d{4})?-[a-z-]{1,40}-\d{1,4}$/.test(value);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
