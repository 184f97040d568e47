/** What the product promises of itself; over any of these `npm run budgets` fails. */
export const limits = {
  startBytes: 650_000,
  startBytesWithoutClient: 100_000,
  /** Import time to that of an empty handler with the same SDK clients. */
  importRatio: 1.25,
  transitions: 20,
  writes: 30,
  /** Of items and of entries in indexes, as aimed at. */
  writeUnits: 30,
  /** Where it stands: a test lets it only fall. */
  writeUnitsReached: 64,
} as const;

/** Reads PDF, DOCX and the like; the search has no client, but Hono and the schemas alone are 115 KB. */
export const exemptInSize = new Set(['read-document', 'search']);

/** Imports are held against an empty handler with the same clients: without any there is nothing to compare. */
export const isCompared = (clients: readonly string[]): boolean => clients.length > 0;
