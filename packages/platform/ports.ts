/** What the product asks of a machine. One adapter per place (aws/, embedded/), one contract suite for both. */
import type { IndexName, IndexPlaces } from '@gongkai/domain/indexes.ts';
import type { SearchDocument } from './search/entry.ts';

export interface StoredItem {
  /** `<kind>#<id>`. */
  key: string;
  version: number;
  /** JSON-serialisable. */
  value: Record<string, unknown>;
  places: IndexPlaces;
}

export interface Page<T> {
  items: T[];
  /** Pass as `after` to go on; absent at the end. */
  next?: string;
}

export interface TableQuery {
  partition: string;
  /** Inclusive bounds on the sort key, bytewise. */
  from?: string;
  to?: string;
  descending?: boolean;
  limit: number;
  after?: string;
}

export interface Table {
  get(key: string): Promise<StoredItem | undefined>;
  /** In the order of `keys`; missing ones are left out. Any number of keys. */
  batchGet(keys: readonly string[]): Promise<StoredItem[]>;
  /**
   * Writes one item if its stored version is `expected` (0: must not exist). The stored version becomes
   * `expected + 1`. Throws {@link ConditionFailed} with what is stored otherwise.
   */
  put(item: Omit<StoredItem, 'version'>, expected: number, options?: { expiresAt?: Date }): Promise<void>;
  /** Deletes whatever the version. Absent is fine. */
  delete(key: string): Promise<void>;
  /** Items of one index partition in sort-key order. Never returns more than `limit`. */
  query(index: IndexName, query: TableQuery): Promise<Page<StoredItem>>;
  /** Adds `by` to a counter (a key space of its own) and returns the new value. Starts at 0. */
  increment(counter: string, by?: number): Promise<number>;
  counter(counter: string): Promise<number>;
}

export class ConditionFailed extends Error {
  override name = 'ConditionFailed';
  /** What is stored now; absent when nothing is. */
  readonly current: StoredItem | undefined;
  constructor(key: string, current: StoredItem | undefined) {
    super(`condition failed for ${key}: stored version is ${current?.version ?? 'none'}`);
    this.current = current;
  }
}

/** inbox: untrusted, only the reader sees it · records: what is kept · public: what everybody sees. */
export type Area = 'inbox' | 'records' | 'public';

export interface FileHead {
  size: number;
  contentType: string;
}

export interface PutOptions {
  contentType: string;
  /** Download name; sets Content-Disposition: attachment. */
  downloadName?: string;
  cacheControl?: string;
}

export interface PostPolicy {
  key: string;
  minBytes: number;
  maxBytes: number;
  expiresAt: Date;
}

/** Post a multipart form with these fields and the file last, under the name `file`. Answers 204. */
export interface PresignedPost {
  url: string;
  fields: Record<string, string>;
}

export interface Files {
  put(area: Area, key: string, body: Uint8Array, options: PutOptions): Promise<void>;
  get(area: Area, key: string): Promise<(FileHead & { body: Uint8Array; downloadName?: string }) | undefined>;
  head(area: Area, key: string): Promise<FileHead | undefined>;
  list(area: Area, prefix: string, options: { limit: number; after?: string }): Promise<Page<string>>;
  copy(
    from: { area: Area; key: string },
    to: { area: Area; key: string },
    options: PutOptions,
  ): Promise<void>;
  /** Absent is fine. */
  delete(area: Area, key: string): Promise<void>;
  /** Into the inbox only. Key, size range and expiry are exact; the content type is application/octet-stream. */
  presignPost(policy: PostPolicy): Promise<PresignedPost>;
}

/** Work that may follow a moment later: asked for many times, done once, kept until it was done. */
export interface Behind {
  ask(jobs: readonly string[]): Promise<void>;
  /** Does it before it resolves, if it was asked for. */
  now(job: string): Promise<void>;
}

export type MachineName = 'publication' | 'reassessment' | 'withdrawal' | 'validity';

export interface ExecutionState {
  name: string;
  machine: MachineName;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  startedAt: string;
  stoppedAt?: string;
  /** What it was started with; told by `describe` alone. */
  input?: unknown;
  error?: string;
  cause?: string;
  output?: unknown;
}

export interface Workflow {
  /** Starts an execution once per name; a second start with the same name does nothing. Name: ASCII, ≤ 80. */
  start(machine: MachineName, name: string, input: unknown): Promise<'started' | 'already-started'>;
  /** Throws {@link TokenClosed} when the token is unknown, answered or timed out. */
  succeed(token: string, output: unknown): Promise<void>;
  fail(token: string, error: string, cause: string): Promise<void>;
  describe(machine: MachineName, name: string): Promise<ExecutionState | undefined>;
  list(
    machine: MachineName,
    options: { status?: ExecutionState['status']; limit: number; after?: string },
  ): Promise<Page<ExecutionState>>;
}

export class TokenClosed extends Error {
  override name = 'TokenClosed';
}

export interface MailMessage {
  /** Stable: the same id is the same mail, sent once as far as the transport allows (also the Message-ID). */
  id: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Where a POST ends what this mail comes from, without a question (RFC 8058). */
  unsubscribe?: string;
}

export interface Mail {
  send(message: MailMessage): Promise<void>;
}

export interface Clock {
  now(): Date;
}

export const facetNames = ['department', 'column', 'kind', 'year', 'validity'] as const;
export type FacetName = (typeof facetNames)[number];

export interface SearchQuery {
  /** As people type it; empty: everything, newest first. */
  words: string;
  only: Partial<Record<FacetName, string>>;
  sort: 'relevance' | 'date';
  limit: number;
  offset: number;
}

/** Text in which every second piece is what was looked for: `['关于', '高龄津贴', '的通知']`. */
export type Highlighted = string[];

export interface SearchHit extends Omit<SearchDocument, 'text' | 'title'> {
  title: Highlighted;
  excerpt: Highlighted;
}

export interface SearchAnswer {
  /** Exact up to a bound of the adapter, then a lower bound. */
  total: number;
  isTotalExact: boolean;
  hits: SearchHit[];
  facets: Record<FacetName, { value: string; count: number }[]>;
  /**
   * How the hits were found when nothing has the words as they were typed: by what sounds the same (`suggestion` is
   * how it is written there), or by most of the words.
   */
  instead?: { by: 'sound'; suggestion: string } | { by: 'some-words' };
}

/**
 * Full text of what is public: of the search entries among the records (search/entry.ts), which every place follows.
 * A change is found within seconds, and what was taken out is gone as fast.
 */
export interface Search {
  find(query: SearchQuery): Promise<SearchAnswer>;
}

export interface KeptItem {
  kind: 'item';
  item: StoredItem;
}
/** A mail that went out: its id keeps it from going out again. */
export interface SentMail {
  kind: 'sent-mail';
  id: string;
}
/** A mail that was accepted and not delivered yet. */
export interface WaitingMail {
  kind: 'waiting-mail';
  message: MailMessage;
}
export interface Counter {
  name: string;
  value: number;
}

interface DumpOptions {
  limit: number;
  after?: string;
}

/**
 * Everything a place keeps besides files, for operations alone: backing up, and moving to another place. It reads
 * whole tables, so no request and no sweep may ask for it.
 */
export interface Backup {
  /** Items and mails, each once, in no order; nothing that expires. A page may be empty although more follow. */
  dump(options: DumpOptions): Promise<Page<KeptItem | SentMail | WaitingMail>>;
  counters(options: DumpOptions): Promise<Page<Counter>>;
  /** Stores what is not there yet, versions included; what is there stays as it is. May run again. */
  load(kept: readonly (KeptItem | SentMail)[]): Promise<void>;
  /** Raises counters to these values; never lowers one. */
  loadCounters(counters: readonly Counter[]): Promise<void>;
}
