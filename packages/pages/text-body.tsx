import { type Block, blocksOf, type Line } from './text-blocks.ts';

const Table = ({ rows }: { rows: readonly (readonly string[])[] }) => (
  <div class="table-scroll" role="region" aria-label="文中表格" tabindex={0}>
    <table>
      <tbody>
        {rows.map((row) => (
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
  if (line.kind === 'heading-3') return hasSecondLevel ? <h3>{line.text}</h3> : <h2>{line.text}</h2>;
  return <p class={`text-${line.kind}`}>{line.text}</p>;
};

/** The title's own lines are left out where the page's heading already says just that. */
function withoutTitle(blocks: readonly Block[], title: string): readonly Block[] {
  const bare = (text: string): string => text.replace(/\s+/g, '');
  const lines = blocks.flatMap((b) => (b.kind === 'title' ? [bare(b.text)] : []));
  return lines.join('') === bare(title) ? blocks.filter((b) => b.kind !== 'title') : blocks;
}

/** The text of a document or an interpretation. */
export const TextBody = (props: {
  paragraphs: readonly string[];
  title: string;
  documentNumber: string | null;
}) => {
  const blocks = withoutTitle(blocksOf(props.paragraphs, props), props.title);
  const firstSecondLevel = blocks.findIndex((b) => b.kind === 'heading-2');
  return (
    <div class="text">
      {blocks.map((block, i) =>
        block.kind === 'table' ? (
          <Table rows={block.rows} />
        ) : (
          <LineView line={block} hasSecondLevel={firstSecondLevel >= 0 && firstSecondLevel < i} />
        ),
      )}
    </div>
  );
};
