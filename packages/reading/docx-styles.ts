/** What styles do to text that matters for reading: hide it, paint it white, make it tiny, make it a heading. */
import { walkXml } from './xml.ts';

export interface Look {
  vanish?: boolean;
  /** Six hexadecimal digits, or `auto`. */
  color?: string;
  /** Half points. */
  size?: number;
  heading?: boolean;
}

export type Styles = ReadonlyMap<string, Look>;

/** What a property of a run (`w:rPr`) says, if it matters; see ECMA-376 part 1, 17.3.2. */
export function lookOf(name: string, { val }: Record<string, string>): Look | undefined {
  if (name === 'vanish' || name === 'specVanish' || name === 'webHidden')
    return name === 'webHidden' ? undefined : { vanish: !['0', 'false', 'off', 'none'].includes(val ?? '') };
  if (name === 'color') return { color: (val ?? 'auto').toUpperCase() };
  if (name === 'sz') return { size: Number(val) };
  return undefined;
}

/** Below 3 points (half points here) nobody reads; white shows on nothing but a ground, which is looked at elsewhere. */
export const isTiny = ({ size }: Look): boolean => size !== undefined && size < 6;
export const isWhite = ({ color }: Look): boolean => color === 'FFFFFF';

export function readStyles(xmls: readonly string[]): Styles {
  const own = new Map<string, Look & { basedOn?: string }>();
  let id = '';
  let inRun = false;
  for (const xml of xmls)
    walkXml(xml, {
      open: (name, attributes) => {
        const style = own.get(id);
        if (name === 'style') own.set((id = attributes['styleId'] ?? ''), {});
        else if (name === 'rPr') inRun = true;
        else if (!style) return;
        else if (name === 'basedOn') style.basedOn = attributes['val'] ?? '';
        else if (name === 'name' && /^(heading|title|subtitle|标题)/i.test(attributes['val'] ?? ''))
          style.heading = true;
        else if (inRun) Object.assign(style, lookOf(name, attributes));
      },
      close: (name) => {
        if (name === 'rPr') inRun = false;
        else if (name === 'style') id = '';
      },
    });
  return new Map([...own.keys()].map((key) => [key, inherited(own, key)]));
}

/** Styles on styles; Word itself allows no more than about ten. */
const deepest = 20;

function inherited(own: ReadonlyMap<string, Look & { basedOn?: string }>, id: string): Look {
  const chain: Look[] = [];
  const seen = new Set<string>();
  for (
    let at: string | undefined = id;
    at !== undefined && !seen.has(at) && seen.size < deepest;
    at = own.get(at)?.basedOn
  ) {
    seen.add(at);
    chain.unshift(own.get(at) ?? {});
  }
  return Object.assign({}, ...chain) as Look;
}
