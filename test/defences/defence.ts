/** How a defence is taken away: passages of the source, and what stands in their place without it. */

export interface Edit {
  file: string;
  /** Occurs exactly once in the file. */
  passage: string;
  instead: string;
}

/** All of these together take one defence away. */
export type Loss = readonly Edit[];

/** By the title of the row in docs/security.md: each loss must make the row's test fail. */
export type Defences = Readonly<Record<string, readonly Loss[]>>;

export const without = (file: string, passage: string, instead = ''): Loss => [{ file, passage, instead }];
