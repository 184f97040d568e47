import type { Text } from '../../shared/text-file.ts';

/** Pages are known by what was read on them, or was said about them: a picture has no text. */
const named = /第 (\d{1,4}) 页/g;

/** Slot → number of pages, for files whose pages can be drawn. */
export function pagesOfFiles(text: Text | undefined): Map<number, number> {
  const said = Array.from((text?.problems ?? []).join('\n').matchAll(named), ([, page]) => Number(page));
  return new Map(
    (text?.files ?? [])
      .filter((file) => file.type === 'pdf')
      .map((file) => {
        const hidden = file.hidden.flatMap(({ place }) =>
          Array.from(place.matchAll(named), ([, page]) => Number(page)),
        );
        return [file.slot, Math.max(1, ...file.blocks.map((b) => b.page ?? 1), ...hidden, ...said)];
      }),
  );
}
