/**
 * Every list of the product is a bounded query on one of these; each is named for its question. Twenty is what DynamoDB
 * allows a table.
 */
export const indexNames = [
  'documents-by-department',
  'documents-by-state',
  'documents-by-number',
  'tasks-by-assignee',
  'tasks-by-attention',
  'tasks-by-subject',
  'tasks-by-closing',
  'published-by-site',
  'published-by-column',
  'published-by-department',
  'withheld-by-review',
  'reassessments-by-year',
  'marked-by-year',
  'departments',
  'catalogue-fields',
  'catalogue-to-settle',
  'published-by-item',
  'posted-by-end',
  'subscriptions-by-topic',
  'notices-by-time',
] as const;
export type IndexName = (typeof indexNames)[number];

/** The two attributes in which a cloud table keeps an item's place in an index, and by which it is indexed. */
export const indexAttributes = (name: IndexName): { partition: string; sort: string } => ({
  partition: `${name}-p`,
  sort: `${name}-s`,
});

/** Where an item stands in an index. Absent: the item is not in it. Both strings are ordered bytewise. */
export interface IndexPlace {
  partition: string;
  sort: string;
}
export type IndexPlaces = Partial<Record<IndexName, IndexPlace>>;

/** What a store needs to know about a kind of thing. */
export interface Kind<T> {
  /** Key prefix: the item's key is `<name>#<id>`. */
  name: string;
  parse: (value: unknown) => T;
  places: (value: T) => IndexPlaces;
}

/** Numbers in sort keys, so that text order is number order up to 9,999,999,999. */
export const sortable = (n: number): string => String(n).padStart(10, '0');
