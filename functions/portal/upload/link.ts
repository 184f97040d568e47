/** Links that let one person hand in documents for one department until they expire, without signing in. */
import type { Membership, Organisation } from '@gongkai/domain/organisation.ts';
import * as z from 'zod';
import type { PortalDeps } from '../env.ts';
import { equalSecrets } from '../secrets.ts';

type Needed = Pick<PortalDeps, 'links' | 'settings' | 'clock'>;

/** Person id, department id, end in seconds since 1970. */
const payloadSchema = z.tuple([z.string(), z.string(), z.int()]);

const signature = (deps: Needed, payload: string): string => deps.links.opaqueId('upload-link', payload);

/** The whole address, for a mail. */
export function uploadLink(deps: Needed, personId: string, departmentId: string, expiresAt: Date): string {
  const facts = [personId, departmentId, Math.floor(expiresAt.getTime() / 1_000)];
  const payload = Buffer.from(JSON.stringify(facts)).toString('base64url');
  return `${deps.settings.portalUrl}/upload?link=${payload}.${signature(deps, payload)}`;
}

/** Whom the link names, as long as it is genuine, in time, and the person still belongs to the department. */
export function readUploadLink(
  deps: Needed,
  organisation: Organisation,
  link: string,
): Membership | undefined {
  const [payload = '', signed = ''] = link.split('.');
  if (!equalSecrets(signed, signature(deps, payload))) return undefined;
  const [personId, departmentId, end] = payloadSchema.parse(
    JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')),
  );
  if (deps.clock.now().getTime() >= end * 1_000) return undefined;
  const member = organisation.person(personId);
  return member?.department.id === departmentId ? member : undefined;
}
