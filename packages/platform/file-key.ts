/** Keys of files are ours alone: ASCII, relative, at most 1,024 characters, no segment that climbs or hides. */
const segment = /^[A-Za-z0-9._~=@+-]{1,200}$/;

export const isFileKey = (key: string): boolean =>
  key.length <= 1_024 && key.split('/').every((s) => segment.test(s) && s !== '.' && s !== '..');

/** Throws a TypeError: a wrong key in a write is a mistake of ours, never of a user. */
export function checkFileKey(key: string): void {
  if (!isFileKey(key)) throw new TypeError(`not a file key: ${JSON.stringify(key.slice(0, 200))}`);
}
