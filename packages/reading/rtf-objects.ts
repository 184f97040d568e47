/** An embedded object in RTF: hexadecimal digits of an OLE 1.0 stream (MS-OLEDS 2.2.5) around the file itself. */
export function nativeData(hex: string): Uint8Array | undefined {
  const bytes = Buffer.from(hex.replaceAll(/[^0-9a-f]/gi, ''), 'hex');
  // Version, kind, then class, topic and item, each with its length before it.
  let at = 8;
  for (let i = 0; i < 3; i++) {
    if (at + 4 > bytes.length) return undefined;
    at += 4 + bytes.readUInt32LE(at);
  }
  if (at + 4 > bytes.length) return undefined;
  return bytes.subarray(at + 4, at + 4 + bytes.readUInt32LE(at));
}
