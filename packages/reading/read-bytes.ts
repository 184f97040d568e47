/** Bytes of unknown origin to text, metadata and what they hide; in the process that is made for it. */
import { assertHasText, textOf } from './blocks.ts';
import { findMetadata } from './metadata.ts';
import { createRecogniser, type OcrLimits, type Recogniser } from './ocr.ts';
import { readers } from './readers.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { findSecrecyMark } from './secrecy.ts';
import { sniff } from './sniff.ts';
import type { Content, Inner, Picture, Read, ReadResult, ReadType } from './types.ts';
import { refuseUnsupported } from './unsupported.ts';

/** An archive with a document that holds a table: no file of an office goes deeper. */
const deepest = 3;

export interface Limits {
  /** On the clock of `performance.now()`; without the time that pictures take. */
  deadline: number;
  ocr: OcrLimits;
  /** See {@link createRecogniser}. */
  wait: (ms: number) => void;
}

export async function readBytes(bytes: Uint8Array, { deadline, ocr, wait }: Limits): Promise<ReadResult> {
  const time = { deadline };
  const recogniser = createRecogniser(ocr, time, wait);
  const read = await readContent(bytes, 0, time, recogniser);
  return read.ok ? understood(read.type, read.content) : read;
}

async function readContent(
  bytes: Uint8Array,
  depth: number,
  time: { readonly deadline: number },
  recogniser: Recogniser,
): Promise<Inner> {
  let type: string | null = null;
  try {
    if (depth > deepest) throw new Refusal('too-large', '文件套文件的层数太多，没有读取。请取出后单独上传。');
    const sniffed = await sniff(bytes);
    type = sniffed.type;
    if (type === null || !isReadType(type)) return refuseUnsupported(type);
    const content = await readers[type](bytes, {
      get deadline() {
        return time.deadline;
      },
      inner: (file) => readContent(file, depth + 1, time, recogniser),
      recognise: recogniser.recognise,
    });
    // A scan for which there was no time is no empty file: `pictures` names its pages.
    if (content.blocks.length > 0 || !recogniser.exhausted) assertHasText(content);
    if (sniffed.problem !== undefined) content.problems.push(sniffed.problem);
    const secrecy = content.secrecy ?? findSecrecyMark(content.blocks);
    return { ok: true, type, content: secrecy ? { ...content, secrecy } : content };
  } catch (error) {
    return { ok: false, type, ...refusalOf(error) };
  }
}

const isReadType = (type: string): type is ReadType => Object.hasOwn(readers, type);

function understood(type: ReadType, content: Content): Read {
  const { blocks, hidden, problems, pictures = [], scanned, secrecy } = content;
  const { metadata, found, particulars, problems: doubts } = findMetadata(blocks);
  return {
    ok: true,
    type,
    text: textOf(blocks),
    blocks,
    metadata,
    found,
    particulars,
    hidden,
    pictures,
    problems: [...problems, ...pictures.map(pictureProblem), ...doubts],
    doubts,
    ...(scanned ? { scanned } : {}),
    ...(secrecy ? { secrecy } : {}),
  };
}

const pictureProblem = ({ place, count, scan }: Picture): string =>
  scan
    ? `${place}是图片，其中的文字没有读取，请人工查看。`
    : `${place}有 ${count} 张图片，图片中的文字没有读取，请人工查看。`;
