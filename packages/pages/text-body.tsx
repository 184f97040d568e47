import { type Block, blocksOf } from './text-blocks.ts';

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

const BlockView = ({ block }: { block: Block }) => {
  switch (block.kind) {
    case 'table':
      return <Table rows={block.rows} />;
    case 'heading':
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
    default:
      return <p class={`text-${block.kind}`}>{block.text}</p>;
  }
};

/** The text of a document or an interpretation. */
export const TextBody = (props: {
  paragraphs: readonly string[];
  title: string;
  documentNumber: string | null;
}) => (
  <div class="text">
    {blocksOf(props.paragraphs, props).map((block) => (
      <BlockView block={block} />
    ))}
  </div>
);
