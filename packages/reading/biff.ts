/** Records of an .xls that the library leaves out (MS-XLS 2.4): page headers and footers, text boxes, encryption. */
import { lines } from './clean.ts';
import { Refusal } from './refusal.ts';

export interface BiffTexts {
  headers: string[];
  footers: string[];
  /** Of text boxes and of comments alike. */
  boxes: string[];
  encrypted: boolean;
  pictures: number;
}

const record = {
  header: 0x14,
  footer: 0x15,
  encryption: 0x2f,
  text: 0x1b6,
  more: 0x3c,
  drawings: 0xeb,
} as const;

/** Throws {@link Refusal} where a record ends behind the end: the file was cut. */
export function readBiff(stream: Buffer): BiffTexts {
  if (stream.length < 8) throw new Refusal('damaged');
  const found: BiffTexts = { headers: [], footers: [], boxes: [], encrypted: false, pictures: 0 };
  /** Characters that a text box still wants from the records that follow. */
  let wanted = 0;
  for (let at = 0; at + 4 <= stream.length;) {
    const [type, size] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)];
    if (at + 4 + size > stream.length) throw new Refusal('damaged');
    const body = stream.subarray(at + 4, at + 4 + size);
    at += 4 + size;
    if (type === record.encryption) found.encrypted = true;
    else if (type === record.drawings) found.pictures += picturesIn(body);
    else if (type === record.header) found.headers.push(...counted(body));
    else if (type === record.footer) found.footers.push(...counted(body));
    else if (type === record.text) wanted = body.length >= 12 ? body.readUInt16LE(10) : 0;
    else if (type === record.more && wanted > 0) {
      found.boxes.push(...lines(characters(body).slice(0, wanted)));
      wanted = 0;
    } else wanted = 0;
  }
  return found;
}

/** The store of pictures says in its header how many it holds (MS-ODRAW 2.2.20); containers begin with 0xF. */
function picturesIn(drawings: Buffer): number {
  for (let at = 8; at + 8 <= drawings.length; at += 8 + drawings.readUInt32LE(at + 4))
    if (drawings.readUInt16LE(at + 2) === 0xf001) return drawings.readUInt16LE(at) >> 4;
  return 0;
}

const counted = (body: Buffer): string[] =>
  body.length < 3 ? [] : [characters(body.subarray(2)).slice(0, body.readUInt16LE(0))];

/** A flag says whether each character has one byte or two. */
const characters = (body: Buffer): string =>
  body[0] === 1 ? body.subarray(1).toString('utf16le') : body.subarray(1).toString('latin1');
