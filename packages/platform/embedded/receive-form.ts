/**
 * A presigned post as it streams in: fields first, then the file. @fastify/busboy and not Request.formData(),
 * because the policy is judged before a byte of the file is kept, and its size limit holds while it streams.
 */
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import { type OpenedPolicy, PostRefused } from './post-policy.ts';

/** Boundary, part headers and fields around the file. */
export const formOverhead = 64 * 1024;

const limits = { fieldNameSize: 100, fieldSize: 8_192, fields: 20, files: 1, headerPairs: 20 };

/**
 * The policy `judge` opened and the file it allowed. A refused form is read to its end, so that the browser gets
 * to see the answer, but never beyond `ceiling` bytes. Throws {@link PostRefused}.
 */
export async function receiveForm(
  request: Request,
  judge: (fields: ReadonlyMap<string, string>) => OpenedPolicy,
  ceiling: number,
): Promise<{ policy: OpenedPolicy; body: Buffer }> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!request.body || !/^multipart\/form-data;/i.test(contentType)) throw malformed();
  if (Number(request.headers.get('content-length') ?? 0) > ceiling) throw tooLarge(ceiling - formOverhead);

  const fields = new Map<string, string>();
  let policy: OpenedPolicy | undefined;
  let refusal: unknown;
  let chunks: Buffer[] = [];
  let size = 0;
  const refuse = (error: unknown): void => {
    refusal ??= error;
    chunks = [];
  };
  const receive = (name: string, stream: BusboyFileStream): void => {
    try {
      if (name !== 'file') throw malformed();
      policy = judge(fields);
    } catch (error) {
      refuse(error);
    }
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (policy && size > policy.maxBytes) refuse(tooLarge(policy.maxBytes));
      if (refusal === undefined) chunks.push(chunk);
    });
    // The parser reports the error of a cut-off form itself.
    stream.on('error', refuse);
  };

  const busboy = new Busboy({ headers: { 'content-type': contentType }, limits });
  busboy.on('field', (name: string, value: string, nameCut: boolean, valueCut: boolean) => {
    if (policy || refusal !== undefined) return;
    if (nameCut || valueCut || fields.has(name)) refuse(malformed());
    fields.set(name, value);
  });
  busboy.on('file', receive);
  for (const event of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
    busboy.on(event, () => refuse(malformed()));

  try {
    await pipeline(Readable.fromWeb(request.body as ReadableStream<Uint8Array>), atMost(ceiling), busboy);
  } catch (cause) {
    throw cause instanceof PostRefused ? cause : malformed(cause);
  }
  if (refusal !== undefined) throw refusal;
  if (!policy) throw malformed();
  if (size < policy.minBytes)
    throw new PostRefused(400, 'EntityTooSmall', '文件是空的或不完整，请检查后重新上传。');
  return { policy, body: Buffer.concat(chunks) };
}

const malformed = (cause?: unknown): PostRefused =>
  Object.assign(
    new PostRefused(400, 'MalformedPost', '上传表单不完整，请回到上传页面重新选择文件。'),
    cause === undefined ? {} : { cause },
  );

const tooLarge = (bytes: number): PostRefused =>
  new PostRefused(
    413,
    'EntityTooLarge',
    `文件超过 ${bytes >= 1_048_576 ? `${Math.floor(bytes / 1_048_576)} MB` : `${bytes} 字节`}，请缩小或拆分后再上传。`,
  );

function atMost(ceiling: number): Transform {
  let total = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      total += chunk.length;
      if (total > ceiling) done(tooLarge(ceiling - formOverhead));
      else done(null, chunk);
    },
  });
}
