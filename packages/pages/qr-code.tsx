import { encode } from 'uqr';

/** White modules around the code: ISO/IEC 18004 asks for four. */
const quietZone = 4;

/**
 * Alternating modules, which suit what looks random. Trying all eight masks for the most even one takes a twelvefold
 * time, and every reader undoes any of them.
 */
const maskPattern = 0;

/** One run of dark modules in a row becomes one stroke of the path. */
function pathOf(modules: readonly (readonly boolean[])[]): string {
  const strokes: string[] = [];
  for (const [y, row] of modules.entries())
    for (let x = 0; x < row.length; x++) {
      const start = x;
      while (row[x]) x++;
      if (x > start) strokes.push(`M${start} ${y}h${x - start}`);
    }
  return strokes.join('');
}

/** An address to be read by a telephone, for paper and notice boards. */
export const QrCode = ({ url, label }: { url: string; label: string }) => {
  const { data, size } = encode(url, { ecc: 'M', border: 0, maskPattern });
  const side = size + 2 * quietZone;
  return (
    <svg
      class="qr"
      viewBox={`${-quietZone} ${-quietZone - 0.5} ${side} ${side}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path stroke="#000" d={pathOf(data)} />
    </svg>
  );
};
