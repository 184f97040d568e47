/** Rich Text Format, as Word, WPS and mail programs write it (specification 1.9.1). */
import { withoutRepeats } from './blocks.ts';
import { readEmbedded } from './embedded.ts';
import { Flow, numberTables } from './flow.ts';
import { addInside, append, type Inside } from './inside.ts';
import { assertInTime, Refusal } from './refusal.ts';
import { characters, encodingOfCharset, encodingOfPage } from './rtf-codes.ts';
import { destinations, type RtfDestination, unknownStarred } from './rtf-destinations.ts';
import { nativeData } from './rtf-objects.ts';
import { type RtfToken, rtfTokens } from './rtf-tokens.ts';
import type { Block, Content, Hidden, Reading } from './types.ts';

export async function readRtf(bytes: Uint8Array, reading: Reading): Promise<Content> {
  const walk = new Walk();
  let tokens = 0;
  for (const token of rtfTokens(Buffer.from(bytes).toString('latin1'))) {
    if (++tokens % 10_000 === 0) assertInTime(reading.deadline);
    walk.take(token);
  }
  walk.end();
  const content: Inside & Content = {
    blocks: withoutRepeats(numberTables(inOrder(walk.blocks))),
    hidden: walk.hidden.filter(({ kind, text }) => (wordy.has(kind) ? telling : /[\p{L}\p{N}]/u).test(text)),
    problems: [],
    pictures: walk.pictures > 0 ? [{ place: '正文', count: walk.pictures }] : [],
  };
  for (const [i, object] of walk.objects.entries()) {
    const file = nativeData(object);
    if (!file) continue;
    addInside(content, await readEmbedded(file, `对象 ${i + 1}`, reading));
  }
  return content;
}

/** Full of formatting: only what could carry a name or a number counts. */
const wordy = new Set<Hidden['kind']>(['field', 'alternative', 'other-part']);
const telling = /\p{Script=Han}|\d{6}/u;

/** Groups end before the body does: what stands above it comes first, what stands below it last. */
const order = { header: 0, body: 1, box: 2, note: 3, footer: 4 } as const;
const inOrder = (blocks: readonly Block[]): Block[] =>
  blocks.toSorted((a, b) => order[a.part ?? 'body'] - order[b.part ?? 'body']);

const maxDepth = 2_000;

/** What a group hands to the groups inside it. */
interface State {
  flow: Flow;
  skip: boolean;
  /** The table of fonts or of colours is being read. */
  list: 'fonttbl' | 'colortbl' | 'objdata' | undefined;
  encoding: string | undefined;
  /** How many bytes stand for a \u character in programs that do not know it. */
  replacement: number;
  font: number;
  vanish: boolean;
  deleted: boolean;
  color: number;
  /** Half points. */
  size: number;
  shaded: boolean;
  inTable: boolean;
  heading: boolean;
}

class Walk {
  readonly blocks: Block[] = [];
  readonly hidden: Hidden[] = [];
  readonly objects: string[] = [];
  pictures = 0;
  readonly #body = new Flow({});
  readonly #stack: State[] = [];
  #state: State = {
    flow: this.#body,
    skip: false,
    list: undefined,
    encoding: undefined,
    replacement: 1,
    font: 0,
    vanish: false,
    deleted: false,
    color: 0,
    size: 24,
    shaded: false,
    inTable: false,
    heading: false,
  };
  readonly #fonts = new Map<number, string>();
  readonly #colors: number[] = [];
  #color = 0;
  #page = 'gb18030';
  #bytes: number[] = [];
  #toSkip = 0;
  #starred = false;
  #rowShaded = false;

  take(token: RtfToken): void {
    if (token.kind === 'byte' || token.kind === 'text') {
      this.#characters(token.kind === 'byte' ? [token.value] : Buffer.from(token.text, 'latin1'));
      return;
    }
    this.#flushBytes();
    if (token.kind === 'word') this.#word(token.word, token.value);
    else {
      this.#toSkip = 0;
      if (token.kind === 'open') this.#open();
      else this.#close();
    }
  }

  end(): void {
    this.#flushBytes();
    while (this.#stack.length > 0) this.#close();
    this.#finish(this.#body);
  }

  #open(): void {
    if (this.#stack.length > maxDepth) throw new Refusal('damaged');
    this.#stack.push(this.#state);
    this.#state = { ...this.#state };
    this.#starred = false;
  }

  #close(): void {
    const outer = this.#stack.pop();
    if (!outer) return;
    if (this.#state.flow !== outer.flow) this.#finish(this.#state.flow);
    this.#state = outer;
  }

  #finish(flow: Flow): void {
    flow.end();
    append(this.blocks, flow.blocks);
    append(this.hidden, flow.hidden);
  }

  #characters(bytes: Iterable<number>): void {
    const { list } = this.#state;
    for (const byte of bytes) {
      if (this.#toSkip > 0) this.#toSkip--;
      else if (list === 'colortbl' && byte === 0x3b) this.#endColor();
      else if (list === 'objdata') this.objects[this.objects.length - 1] += String.fromCharCode(byte);
      else if (!this.#state.skip) this.#bytes.push(byte);
    }
  }

  /** Bytes wait for each other: the second half of a Chinese character may look like a letter. */
  #flushBytes(): void {
    if (this.#bytes.length === 0) return;
    const encoding = this.#state.encoding ?? this.#page;
    this.#add(new TextDecoder(encoding).decode(Uint8Array.from(this.#bytes)));
    this.#bytes = [];
  }

  #add(text: string): void {
    if (!this.#state.skip) this.#state.flow.add(text, this.#unseen());
  }

  #unseen(): Hidden['kind'] | undefined {
    const { deleted, vanish, size, color, shaded, inTable } = this.#state;
    if (deleted) return 'deleted';
    if (vanish) return 'vanished';
    const white = this.#colors[color] === 0xffffff && !shaded && !(this.#rowShaded && inTable);
    return white || size < 6 ? 'invisible' : undefined;
  }

  #word(word: string, value: number | undefined): void {
    const starred = this.#starred;
    this.#starred = word === '*';
    const character = characters.get(word);
    const destination =
      destinations.get(word) ?? (starred && !transparent.has(word) ? unknownStarred : undefined);
    if (character !== undefined) this.#add(character);
    else if (destination) this.#enter(word, destination);
    else if (word === 'u') this.#unicode(value ?? 0);
    else if (this.#state.list !== undefined) this.#listed(word, value ?? 0);
    else this.#format(word, value);
  }

  #unicode(value: number): void {
    this.#add(String.fromCharCode(value & 0xffff));
    this.#toSkip = this.#state.replacement;
  }

  #enter(word: string, destination: RtfDestination): void {
    if (word === 'pict' && !this.#state.skip) this.pictures++;
    if (word === 'objdata') this.objects.push('');
    if (word === 'fonttbl' || word === 'colortbl' || word === 'objdata') this.#state.list = word;
    if (destination.skip) this.#state.skip = true;
    else if (!this.#state.skip)
      Object.assign(this.#state, {
        flow: new Flow(destination),
        inTable: false,
        vanish: false,
        size: 24,
        color: 0,
      });
  }

  #listed(word: string, value: number): void {
    const encoding = word === 'fcharset' ? encodingOfCharset(value) : undefined;
    if (word === 'f') this.#state.font = value;
    else if (encoding !== undefined) this.#fonts.set(this.#state.font, encoding);
    else if (word === 'red') this.#color += value * 65_536;
    else if (word === 'green') this.#color += value * 256;
    else if (word === 'blue') this.#color += value;
  }

  #endColor(): void {
    this.#colors.push(this.#color);
    this.#color = 0;
  }

  #format(word: string, value: number | undefined): void {
    const state = this.#state;
    const { flow } = state;
    if (state.skip) return;
    if (word === 'par' || word === 'sect' || word === 'page') flow.endParagraph(state.inTable, state.heading);
    else if (word === 'cell') flow.endCell();
    else if (word === 'row') flow.endRow();
    else if (word === 'trowd') this.#startRow();
    else if (word === 'cellx') flow.edges.push(value ?? 0);
    else if (word === 'clcbpat' || word === 'clshdng') this.#rowShaded = true;
    else if (word === 'intbl') state.inTable = true;
    else if (word === 'pard') Object.assign(state, { inTable: false, heading: false, shaded: false });
    else if (word === 'plain')
      Object.assign(state, { vanish: false, deleted: false, color: 0, size: 24, shaded: false });
    else if (word === 'outlinelevel') state.heading = (value ?? 9) < 9;
    else if (word === 'v') state.vanish = value !== 0;
    else if (word === 'deleted') state.deleted = value !== 0;
    else if (word === 'cf') state.color = value ?? 0;
    else if (word === 'fs') state.size = value ?? 24;
    else if (grounds.has(word)) state.shaded = value !== 0;
    else if (word === 'uc') state.replacement = Math.min(Math.max(value ?? 1, 0), 8);
    else if (word === 'f') state.encoding = this.#fonts.get(value ?? 0);
    else if (word === 'ansicpg') this.#page = encodingOfPage(value ?? 0);
  }

  #startRow(): void {
    this.#state.flow.edges = [];
    this.#rowShaded = false;
  }
}

const grounds = new Set(['highlight', 'cb', 'chcbpat', 'chshdng', 'cbpat', 'shading']);
/** Marked `\*` and yet part of the text around them. */
const transparent = new Set(
  'shpinst shppict ud do dptxbx sp userprops docvar shpgrp pntext listtext'.split(' '),
);
