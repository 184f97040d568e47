import { type Block, blocksOf, type Line, type TextFacts } from './text-blocks.ts';
import type { Table } from './text-tables.ts';
import type { TextBlock } from './views.ts';

/** A cell without text is no heading: a screen reader would announce nothing for its column. */
const HeadCell = ({ text }: { text: string }) => (text === '' ? <td></td> : <th scope="col">{text}</th>);

/** Too wide a table scrolls inside its own region, which the keyboard reaches. */
const TableView = ({ table, number }: { table: Table; number: number }) => (
  <div class="table-scroll" role="region" aria-label={table.caption ?? `表格 ${number}`} tabindex={0}>
    <table>
      {table.caption !== null && <caption>{table.caption}</caption>}
      {table.headings.length > 0 && (
        <thead>
          <tr>
            {table.headings.map((text) => (
              <HeadCell text={text} />
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {table.rows.map((row) => (
          <tr>
            {row.map((cell) => (
              <td>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Third-level headings stand one up while no second-level heading is above them: levels are never skipped. */
const LineView = ({ line, hasSecondLevel }: { line: Line; hasSecondLevel: boolean }) => {
  if (line.kind === 'heading-2') return <h2>{line.text}</h2>;
  if (line.kind === 'annex') return <h2 class="annex">{line.text}</h2>;
  if (line.kind === 'heading-3') return hasSecondLevel ? <h3>{line.text}</h3> : <h2>{line.text}</h2>;
  return line.kind === 'paragraph' ? <p>{line.text}</p> : <p class={`text-${line.kind}`}>{line.text}</p>;
};

/** The title's own lines are left out where the page's heading already says just that. */
function withoutTitle(blocks: readonly Block[], title: string): readonly Block[] {
  const bare = (text: string): string => text.replace(/\s+/g, '');
  const lines = blocks.flatMap((b) => (b.kind === 'title' ? [bare(b.text)] : []));
  return lines.join('') === bare(title) ? blocks.filter((b) => b.kind !== 'title') : blocks;
}

/** The text of a document, an attachment or an interpretation. */
export const TextBody = ({ text, ...facts }: TextFacts & { text: readonly TextBlock[] }) => {
  const blocks = withoutTitle(blocksOf(text, facts), facts.title);
  const firstSecondLevel = blocks.findIndex((b) => b.kind === 'heading-2' || b.kind === 'annex');
  const tables = blocks.filter((b) => b.kind === 'table');
  return (
    <div class="text">
      {blocks.map((block, i) =>
        block.kind === 'table' ? (
          <TableView table={block} number={tables.indexOf(block) + 1} />
        ) : (
          <LineView line={block} hasSecondLevel={firstSecondLevel >= 0 && firstSecondLevel < i} />
        ),
      )}
    </div>
  );
};
