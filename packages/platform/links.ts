/**
 * Opaque ids for mailed links. They are derived, not drawn: a step that runs twice mails the same link, and only
 * the hash is ever stored.
 */
import { createHash, createHmac } from 'node:crypto';

export interface Links {
  /** 256 bits, base64url, for this purpose and subject; not guessable without the county's key. */
  opaqueId(purpose: string, ...parts: (string | number)[]): string;
  /** Six digits for this purpose and subject. */
  code(purpose: string, ...parts: (string | number)[]): string;
}

export function createLinks(key: Uint8Array): Links {
  const mac = (purpose: string, parts: (string | number)[]): Buffer =>
    createHmac('sha256', key)
      .update(JSON.stringify([purpose, ...parts]))
      .digest();
  return {
    opaqueId: (purpose, ...parts) => mac(purpose, parts).toString('base64url'),
    code: (purpose, ...parts) => String(mac(purpose, parts).readUInt32BE(0) % 1_000_000).padStart(6, '0'),
  };
}

/** What is stored instead of an opaque id. */
export const hashOf = (opaqueId: string): string => createHash('sha256').update(opaqueId).digest('hex');
