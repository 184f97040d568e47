/** Web pages, also those that call themselves .doc or .xls. Nothing is fetched or run. */
import { Parser } from 'htmlparser2';
import { lineBlocks, maxBlocks, rowBlock } from './blocks.ts';
import { lines, oneLine } from './clean.ts';
import { append } from './inside.ts';
import { hiddenBy, hidingSelectors, matches } from './html-hiding.ts';
import { fetchedBy, fetchedByStyle } from './html-outside.ts';
import { isElsewhere, outsideProblem } from './outside.ts';
import { textOfFile } from './read-txt.ts';
import { assertInTime, Refusal } from './refusal.ts';
import { RowGrid } from './row-grid.ts';
import type { Block, Content, Hidden, Reading } from './types.ts';
import { worded } from './xml.ts';

const breaks = new Set(
  'address article aside blockquote body br caption center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table textarea title tr ul'.split(
    ' ',
  ),
);
const silent = new Set(['script', 'style', 'template', 'noscript']);
/** Run, or show what is not in the file. */
const active = new Set(['script', 'iframe', 'frame', 'object', 'embed', 'applet']);
const relative = /^\s*(?![a-z][a-z\d+.-]*:|[\\/]{2}|#)\S/i;
const maxDepth = 2_000;
const telling = /\p{Script=Han}|\d{11}|[^\s@]@[^\s@]/u;

export function readHtml(bytes: Uint8Array, { deadline }: Reading): Content {
  const html = textOfFile(bytes);
  const page = new Page(html, deadline);
  const parser = new Parser(page);
  parser.write(html);
  parser.end();
  return {
    blocks: page.blocks,
    hidden: page.hidden,
    problems: [
      ...(page.runs ? ['网页中含有脚本或者嵌入的内容，没有运行，也没有检查，建议删去后重新上传。'] : []),
      ...outsideProblem(page.fetched),
    ],
    pictures: page.images > 0 ? [{ place: '网页', count: page.images }] : [],
  };
}

/** The texts between the tags, one for each piece. */
export function htmlTexts(html: string): string[] {
  const texts: string[] = [];
  const parser = new Parser({
    ontext: (text) => append(texts, worded(text)),
  });
  parser.write(html);
  parser.end();
  return texts;
}

interface Element {
  tag: string;
  unseen: Hidden['kind'] | undefined;
}

class Page {
  readonly blocks: Block[] = [];
  readonly hidden: Hidden[] = [];
  images = 0;
  /** Something that runs. */
  runs = false;
  readonly fetched = new Set<string>();
  readonly #selectors: ReadonlySet<string>;
  readonly #deadline: number;
  readonly #path: Element[] = [];
  /** Tables being read, outermost first. */
  readonly #tables: RowGrid[] = [];
  #count = 0;
  /** Where addresses begin that are not whole; empty: beside the page. */
  #base = '';
  #text = '';
  #unseen = new Map<Hidden['kind'], string>();

  constructor(html: string, deadline: number) {
    this.#selectors = hidingSelectors(html);
    this.#deadline = deadline;
  }

  onopentag(tag: string, attributes: Record<string, string>): void {
    if (this.#path.length > maxDepth) throw new Refusal('damaged');
    if (breaks.has(tag)) this.#flush();
    const above = this.#path.at(-1)?.unseen;
    this.#path.push({ tag, unseen: above ?? this.#hides(tag, attributes) });
    if (tag === 'table' && this.#tables.push(new RowGrid()) === 1) this.#count++;
    else if (tag === 'tr') this.#tables.at(-1)?.startRow();
    else if (tag === 'td' || tag === 'th')
      this.#tables.at(-1)?.startCell(Number(attributes['colspan']), Number(attributes['rowspan']));
    this.#attributes(tag, attributes);
  }

  onclosetag(tag: string): void {
    if (breaks.has(tag) || tag === 'td' || tag === 'th') this.#flush();
    if (tag === 'tr') this.#tables.at(-1)?.endRow();
    else if (tag === 'table') this.#endTable();
    this.#path.pop();
  }

  onend(): void {
    this.#flush();
  }

  ontext(text: string): void {
    const element = this.#path.at(-1);
    if (element?.tag === 'style') this.#fetch(fetchedByStyle(text));
    if (element && silent.has(element.tag)) this.#keep('other-part', text, '脚本或样式');
    else if (element?.tag === 'title') this.#keep('property', text, '网页标题');
    else if (element?.unseen)
      this.#unseen.set(element.unseen, (this.#unseen.get(element.unseen) ?? '') + text);
    else this.#text += element?.tag === 'pre' ? text : text.replaceAll(/\s+/g, ' ');
  }

  oncomment(comment: string): void {
    for (const text of htmlTexts(comment)) this.#keep('comment', text, '网页注释');
  }

  #hides(tag: string, attributes: Record<string, string>): Hidden['kind'] | undefined {
    if ('hidden' in attributes || matches(this.#selectors, tag, attributes)) return 'vanished';
    if (tag === 'del' || tag === 's') return 'deleted';
    return (
      hiddenBy(attributes['style'] ?? '') ?? (attributes['color'] === '#ffffff' ? 'invisible' : undefined)
    );
  }

  #attributes(tag: string, attributes: Record<string, string>): void {
    const { alt = '', title = '', content = '', value = '', type = '', href = '' } = attributes;
    if (tag === 'img') this.images++;
    this.#watch(tag, attributes);
    if (tag === 'meta') this.#keep('property', content, '网页属性');
    else if (tag === 'input' && type === 'hidden') this.#keep('vanished', value, '隐藏的表单项');
    else if (tag === 'input') this.#text += ` ${value}`;
    else if (tag === 'a') this.#keep('field', href, '链接地址');
    for (const text of [alt, title]) this.#keep('alternative', text, '图片或元素的替代文字');
  }

  #watch(tag: string, attributes: Record<string, string>): void {
    const { href = '', ['http-equiv']: does = '' } = attributes;
    this.runs ||=
      active.has(tag) ||
      /^\s*javascript:/i.test(href) ||
      (tag === 'meta' && /^refresh$/i.test(does)) ||
      Object.keys(attributes).some((name) => name.startsWith('on'));
    if (tag === 'base' && isElsewhere(href)) this.#base = href;
    this.#fetch(fetchedBy(tag, attributes));
  }

  #fetch(addresses: readonly string[]): void {
    for (const address of addresses) {
      const whole = relative.test(address) ? this.#base : address;
      if (isElsewhere(whole)) this.fetched.add(oneLine(whole));
    }
  }

  #keep(kind: Hidden['kind'], text: string, place: string): void {
    if (!telling.test(text)) return;
    for (const line of lines(text).filter((l) => telling.test(l)))
      this.hidden.push({ kind, text: line, place });
  }

  #flush(): void {
    assertInTime(this.#deadline);
    for (const [kind, text] of this.#unseen) {
      const line = oneLine(text);
      if (line !== '')
        this.hidden.push({
          kind,
          text: line,
          place: kind === 'deleted' ? '划去的文字' : '网页中不显示的文字',
        });
    }
    this.#unseen.clear();
    const [text, tag] = [this.#text, this.#path.at(-1)?.tag ?? ''];
    this.#text = '';
    const table = this.#tables.at(-1);
    if (table?.inCell) table.add(text);
    else this.#emit(lineBlocks(text.replaceAll('\t', ' '), /^h[1-6]$/.test(tag)));
  }

  #endTable(): void {
    const rows = (this.#tables.pop()?.rows ?? []).map(rowBlock);
    const outer = this.#tables.at(-1);
    if (outer) for (const { text } of rows) outer.add(text);
    else this.#emit(rows.map((row) => Object.assign(row, { table: this.#count })));
  }

  #emit(blocks: readonly Block[]): void {
    append(this.blocks, blocks);
    if (this.blocks.length > maxBlocks) throw new Refusal('too-large');
  }
}
