/** Compound files (MS-CFB): the container of .doc, .xls, and of objects that Office embeds. */
import { CFB } from '@e965/xlsx';
import { Refusal } from './refusal.ts';

/** Streams by their paths without the root: `WordDocument`, `ObjectPool/_1/Package`. */
export interface Compound {
  names: string[];
  stream(name: string): Buffer | undefined;
}

interface Entry {
  /** 2 is a stream. */
  type: number;
  content?: Uint8Array;
}
interface Container {
  FullPaths: string[];
  FileIndex: Entry[];
}

/** The library gives it no types. */
const cfb = CFB as {
  read(bytes: Buffer, options: { type: 'buffer' }): Container;
  write(file: Container, options: { type: 'buffer' }): Buffer;
  utils: { cfb_new(): Container; cfb_add(file: Container, path: string, content: Buffer): void };
};

const magic = Buffer.from('D0CF11E0A1B11AE1', 'hex');

export const isCompound = (bytes: Uint8Array): boolean => magic.equals(bytes.subarray(0, magic.length));

/** Throws {@link Refusal}. */
export function openCompound(bytes: Uint8Array): Compound {
  let file: Container;
  try {
    file = cfb.read(Buffer.from(bytes), { type: 'buffer' });
  } catch {
    throw new Refusal('damaged');
  }
  const streams = new Map<string, Entry>();
  for (const [i, path] of file.FullPaths.entries()) {
    const entry = file.FileIndex[i];
    if (entry && entry.type === 2) streams.set(path.slice(path.indexOf('/') + 1), entry);
  }
  return {
    names: [...streams.keys()],
    stream: (name) => {
      const content = streams.get(name)?.content;
      return content === undefined ? undefined : Buffer.from(content);
    },
  };
}

/** Objects that lie in storages of their own: `ObjectPool/_1` in a .doc, `MBD0001` in an .xls; each a file again. */
export function embeddedObjects(compound: Compound): { name: string; bytes: Uint8Array }[] {
  const storages = new Set(
    compound.names.flatMap((name) => /^(?:ObjectPool\/_\d+|MBD[0-9A-F]+)(?=\/)/i.exec(name)?.[0] ?? []),
  );
  return [...storages].map((storage) => {
    const file = cfb.utils.cfb_new();
    for (const name of compound.names.filter((n) => n.startsWith(`${storage}/`)))
      cfb.utils.cfb_add(file, `/${name.slice(storage.length + 1)}`, compound.stream(name) ?? Buffer.alloc(0));
    return { name: storage, bytes: cfb.write(file, { type: 'buffer' }) };
  });
}

/** What an embedded object holds: Office wraps whole files (`Package`), the Packager any file (MS-OLEDS 2.3.6). */
export function unwrapOle(bytes: Uint8Array): { bytes: Uint8Array; name?: string } {
  if (!isCompound(bytes)) return { bytes };
  const file = openCompound(bytes);
  const whole = file.stream('Package');
  if (whole) return { bytes: whole };
  const native = file.stream('\u0001Ole10Native');
  return native ? unwrapNative(native) : { bytes };
}

/** Size, two flags, label, path, two numbers, a second path with its length, then the file with its length. */
function unwrapNative(native: Buffer): { bytes: Uint8Array; name?: string } {
  const labelEnd = native.indexOf(0, 6);
  const pathEnd = native.indexOf(0, labelEnd + 1);
  const second = pathEnd + 5;
  if (labelEnd < 0 || pathEnd < 0 || second + 4 > native.length) return { bytes: native.subarray(4) };
  const sizeAt = second + 4 + native.readUInt32LE(second);
  if (sizeAt + 4 > native.length) return { bytes: native.subarray(4) };
  return {
    bytes: native.subarray(sizeAt + 4, sizeAt + 4 + native.readUInt32LE(sizeAt)),
    name: new TextDecoder('gb18030').decode(native.subarray(6, labelEnd)),
  };
}
