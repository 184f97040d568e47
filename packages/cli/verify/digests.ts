/** The chain of daily digests, from the newest back to the first: what was kept, and what was published of it. */
import * as z from 'zod';
import {
  digestChainId,
  digestChainKind,
  digestOf,
  type KeptDigest,
  keptDigestKey,
  keptDigestSchema,
  type PublishedDigest,
  publishedDigestPath,
  publishedDigestSchema,
} from '@gongkai/domain/digest.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { createStore } from '@gongkai/platform/store.ts';

type Needs = Pick<Deps, 'table' | 'files'>;

export interface Digests {
  /** Newest first. */
  kept: KeptDigest[];
  /** Chinese sentences. */
  broken: string[];
}

export async function readDigests({ table, files }: Needs): Promise<Digests> {
  const kept: KeptDigest[] = [];
  const broken: string[] = [];
  const chain = await createStore(table, digestChainKind).get(digestChainId);
  let link: Pick<PublishedDigest, 'through' | 'digest'> | undefined = chain;
  while (link) {
    const found = parse(keptDigestSchema, (await files.get('records', keptDigestKey(link)))?.body);
    if (!found || found.digest !== link.digest || digestOf(found) !== found.digest) {
      broken.push(`${link.through} 的摘要底稿缺失或被改动，之前的摘要无法核对`);
      break;
    }
    const shown = parse(
      publishedDigestSchema,
      (await files.get('public', publishedDigestPath(link.through)))?.body,
    );
    if (shown?.digest !== found.digest) broken.push(`${link.through} 公布的摘要缺失或与底稿不符`);
    kept.push(found);
    link =
      found.previous === null || found.previousThrough === null
        ? undefined
        : { through: found.previousThrough, digest: found.previous };
  }
  return { kept, broken };
}

/** Copies somebody took from the public site in time, against what the county shows now. */
export function compareWithCopies(kept: readonly KeptDigest[], copies: readonly PublishedDigest[]): string[] {
  const digests = new Map(kept.map((k) => [k.through, k.digest]));
  return copies
    .filter(({ through, digest }) => digests.get(through) !== digest)
    .map(({ through }) => `${through} 的摘要与另存的副本不符`);
}

/** One digest, or one in each line. Undefined: it is neither. */
export function parseCopies(text: string): PublishedDigest[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const copies = lines.map((line) => parse(publishedDigestSchema, Buffer.from(line)));
  return copies.length > 0 && copies.every((c) => c !== undefined) ? copies : undefined;
}

function parse<T>(schema: z.ZodType<T>, body: Uint8Array | undefined): T | undefined {
  try {
    return body && schema.safeParse(JSON.parse(Buffer.from(body).toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
