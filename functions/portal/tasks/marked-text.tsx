/** The text of a file as the reader got it, with what was found marked, and what a reader does not see below it. */
import { Fragment } from 'hono/jsx';
import type { Finding } from '../../shared/findings-file.ts';
import type { TextFile } from '../../shared/text-file.ts';
import { cellRanges, partsOf, type Piece, piecesOf } from './marking.ts';
import { nameOfHidden } from './words.ts';

type Numbers = ReadonlyMap<string, number>;

/** Each mark links to its finding in the list, and the list links back to `#at-f1`. */
const Pieces = ({ pieces, numbers }: { pieces: readonly Piece[]; numbers: Numbers }) => (
  <>
    {pieces.map((piece) =>
      piece.severity === undefined ? (
        <Fragment>{piece.text}</Fragment>
      ) : (
        <mark class={piece.severity} id={piece.begins[0] && `at-${piece.begins[0]}`}>
          {piece.begins.slice(1).map((id) => (
            <span id={`at-${id}`}></span>
          ))}
          {piece.text}
          {piece.begins.map((id) => (
            <a class="mark-number" href={`#finding-${id}`} aria-label={`第 ${numbers.get(id)} 处发现`}>
              {numbers.get(id)}
            </a>
          ))}
        </mark>
      ),
    )}
  </>
);

/** One line; the findings are those of its file. */
export const MarkedLine = ({
  text,
  line,
  findings,
  numbers,
}: {
  text: string;
  line: number;
  findings: readonly Finding[];
  numbers: Numbers;
}) => (
  <Pieces
    pieces={piecesOf(
      text,
      findings.filter((f) => f.line === line),
    )}
    numbers={numbers}
  />
);

export const MarkedText = ({
  file,
  findings,
  numbers,
}: {
  file: TextFile;
  findings: readonly Finding[];
  numbers: Numbers;
}) => {
  const visible = findings.filter((f) => f.slot === file.slot && f.hidden === undefined);
  const byLine = Map.groupBy(visible, (f) => f.line);
  const parts = partsOf(file.blocks, new Set(byLine.keys()));
  const piecesIn = (index: number, text: string, from?: number, to?: number) => (
    <Pieces pieces={piecesOf(text, byLine.get(index) ?? [], from, to)} numbers={numbers} />
  );
  return (
    <div class="document-text" tabindex={0} role="region" aria-label={`《${file.name}》的文字`}>
      {parts.map((part) => {
        if (part.kind === 'gap') return <p class="gap">（此处省略 {part.blocks} 段，全文请下载原件查看）</p>;
        if (part.kind === 'text')
          return (
            <p class={part.block.kind === 'heading' ? 'heading-line' : undefined}>
              {piecesIn(part.index, part.block.text)}
            </p>
          );
        return (
          <table>
            {part.rows.map(({ index, block }) => (
              <tr>
                {cellRanges(block).map(({ start, end }) => (
                  <td>{start < end && piecesIn(index, block.text, start, end)}</td>
                ))}
              </tr>
            ))}
          </table>
        );
      })}
    </div>
  );
};

export const HiddenParts = ({
  file,
  findings,
  numbers,
}: {
  file: TextFile;
  findings: readonly Finding[];
  numbers: Numbers;
}) => {
  if (file.hidden.length === 0) return null;
  const within = findings.filter((f) => f.slot === file.slot && f.hidden !== undefined);
  return (
    <section class="hidden-parts">
      <h3>看不见的内容（{file.hidden.length} 处）</h3>
      <p class="hint">
        这些内容打开文件时看不到，但留在文件里，别人下载原件后可以找出来。删减稿中不会有；要全文公开的，请退回部门清除后重新上传。
      </p>
      <ul tabindex={0} aria-label={`《${file.name}》看不见的内容`}>
        {file.hidden.map((part, i) => (
          <li>
            <span class="tag">{nameOfHidden(part.kind)}</span> <span class="quiet small">{part.place}</span>
            <p>
              <Pieces
                pieces={piecesOf(
                  part.text,
                  within.filter((f) => f.line === i && f.hidden === part.place),
                )}
                numbers={numbers}
              />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
