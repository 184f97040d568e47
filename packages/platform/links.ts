/**
 * Opaque ids for mailed links. They are derived, not drawn: a step that runs twice mails the same link, and only
 * the hash is ever stored.
 */
import { createHash, createHmac, createSecretKey } from 'node:crypto';

export interface Links {
  /** 256 bits, base64url, for this purpose and subject; not guessable without the county's key. */
  opaqueId(purpose: string, ...parts: (string | number)[]): string;
}

export function createLinks(key: Uint8Array): Links {
  // Bytes would be made a key for every link anew: five times the work.
  const secret = createSecretKey(key);
  return {
    opaqueId: (purpose, ...parts) =>
      createHmac('sha256', secret)
        .update(JSON.stringify([purpose, ...parts]))
        .digest('base64url'),
  };
}

/** What is stored instead of an opaque id. */
export const hashOf = (opaqueId: string): string => createHash('sha256').update(opaqueId).digest('hex');
