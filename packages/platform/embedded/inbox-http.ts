/** The inbox of one machine: what S3 does with a presigned post. Mount it where `Files.presignPost` points. */
import { maxFileBytes } from '@gongkai/domain/uploads.ts';
import { isDiskFull } from '../passing-trouble.ts';
import type { Clock, Files } from '../ports.ts';
import type { InboxEvent } from './inbox-events.ts';
import { openPolicy, PostRefused, uploadType } from './post-policy.ts';
import { formOverhead, receiveForm } from './receive-form.ts';

export interface InboxOptions {
  files: Files;
  policyKey: Uint8Array;
  clock: Clock;
  /** Told after the file is stored and before the sender is; what it keeps is what survives a kill, or a power cut. `since`: when the post began, on the clock of `performance.now()`. */
  onCreated: (event: InboxEvent, since: number) => void | Promise<void>;
  /** No policy reaches beyond this many bytes of file. */
  maxBytes?: number;
}

/** 204 when the file is stored and the event kept; otherwise JSON `{code, message}`, the message in Chinese. */
export function createInboxHandler(options: InboxOptions): (request: Request) => Promise<Response> {
  const { files, policyKey, clock, onCreated, maxBytes = maxFileBytes } = options;
  const nextSequencer = createSequencer(clock);
  const receive = async (request: Request): Promise<void> => {
    const since = performance.now();
    if (request.method !== 'POST')
      throw new PostRefused(405, 'MethodNotAllowed', '此地址只接收上传，请从上传页面提交文件。');
    const { policy, body } = await receiveForm(
      request,
      (fields) => openPolicy(fields, policyKey, clock.now()),
      maxBytes + formOverhead,
    );
    await files.put('inbox', policy.key, body, { contentType: uploadType });
    const object = { key: policy.key, size: body.length, sequencer: nextSequencer() };
    await onCreated({ detail: { object } }, since);
  };
  return async (request) => {
    try {
      await receive(request);
      return new Response(null, { status: 204 });
    } catch (error) {
      const refused = error instanceof PostRefused ? error : diskFull(error);
      if (!refused) throw error;
      return answer(refused);
    }
  };
}

const answer = ({ status, code, message }: PostRefused): Response =>
  Response.json(
    { code, message },
    // After 413 the body may not have been read to its end.
    { status, headers: { 'cache-control': 'no-store', ...(status === 413 ? { connection: 'close' } : {}) } },
  );

const diskFull = (error: unknown): PostRefused | undefined =>
  isDiskFull(error)
    ? new PostRefused(
        507,
        'InsufficientStorage',
        '服务器存储空间已满，文件没有保存，请稍后再试并通知系统管理员。',
      )
    : undefined;

/** Later events of a key have a greater sequencer, also over a restart: microseconds in 16 hex digits. */
function createSequencer(clock: Clock): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, clock.now().getTime() * 1_000);
    return last.toString(16).padStart(16, '0');
  };
}
