/**
 * All ports of the cloud at once. A function names the ones it needs instead (`ports/`): a module of its own for
 * each, so that a bundle holds no client its function never asks.
 */
import type { Deps } from '../deps.ts';
import { files } from './ports/files.ts';
import { links } from './ports/links.ts';
import { mail } from './ports/mail.ts';
import { withTable } from './ports/table.ts';
import { workflow } from './ports/workflow.ts';

export async function awsDeps(environment?: Record<string, string | undefined>): Promise<Deps> {
  const place = withTable(environment);
  return { ...place, ...files(place), ...workflow(place), ...mail(place), ...(await links(place)) };
}
