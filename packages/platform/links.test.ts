import { describe, expect, it } from 'vitest';
import { createLinks, hashOf } from './links.ts';

const links = createLinks(new Uint8Array(32).fill(7));

describe('opaque ids of links', () => {
  it('are the same for the same subject, so that a repeated step mails the same link', () => {
    expect(links.opaqueId('task', 't1', 'p1', 1)).toBe(links.opaqueId('task', 't1', 'p1', 1));
  });
  it('differ by purpose, subject, person, round and key, and cannot be glued together', () => {
    const other = createLinks(new Uint8Array(32).fill(8));
    const all = [
      links.opaqueId('task', 't1', 'p1', 1),
      links.opaqueId('sign-in', 't1', 'p1', 1),
      links.opaqueId('task', 't2', 'p1', 1),
      links.opaqueId('task', 't1', 'p2', 1),
      links.opaqueId('task', 't1', 'p1', 2),
      links.opaqueId('task', 't1p1', '', 1),
      other.opaqueId('task', 't1', 'p1', 1),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
  it('carry 256 bits and are stored as a hash only', () => {
    const id = links.opaqueId('task', 't1');
    expect(Buffer.from(id, 'base64url')).toHaveLength(32);
    expect(hashOf(id)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(id)).not.toContain(id);
  });
});
