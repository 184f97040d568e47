/** A list as a table: a caption where there is something to count, and a heading for every column. */
import type { Child } from 'hono/jsx';

export const ListTable = ({
  caption,
  headings,
  children,
}: {
  caption?: string;
  headings: readonly string[];
  children: Child;
}) => (
  <div class="table-wrap">
    <table>
      {caption && <caption>{caption}</caption>}
      <thead>
        <tr>
          {headings.map((heading) => (
            <th scope="col">{heading}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
