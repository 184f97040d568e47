/** Files in the records area whose key is their content: the same bytes are stored once. */
export const originalKey = (sha256: string): string => `originals/${sha256}`;
export const redactedFileKey = (sha256: string): string => `redacted/${sha256}`;
