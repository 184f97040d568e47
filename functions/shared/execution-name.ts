/** Execution names make starting idempotent: same document, same revision, one run. ASCII, at most 80 characters. */
export const executionName = (documentId: string, part: number | string): string => `${documentId}-${part}`;
