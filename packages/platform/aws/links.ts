/** The key of mailed links; functions that may not read it make none. */
import { createLinks, type Links } from '../links.ts';

/** Asked once per process. Throws when the key is there but cannot be read just now: the start is tried again. */
export async function linksFrom(id: string | undefined): Promise<Links> {
  if (id === undefined) return without('LINK_KEY_SECRET_ARN is not set');
  const { readSecret } = await import('./secret.ts');
  try {
    return createLinks(new TextEncoder().encode(await readSecret(id)));
  } catch (error) {
    if (error instanceof Error && error.name === 'AccessDeniedException') return without(error.message);
    throw error;
  }
}

const without = (reason: string): Links => ({
  opaqueId() {
    throw new Error(`this function makes no links: ${reason}`);
  },
});
