/**
 * Large text and high contrast. The two boxes in the header work by the stylesheet alone, and the browser's own
 * settings are followed without them; this script only remembers the choice from page to page, and carries it out
 * in browsers that do not know `:has()` yet.
 */
import { createHash } from 'node:crypto';

export const comfortScript = `(() => {
  const root = document.documentElement;
  const key = 'gongkai-comfort';
  let chosen = [];
  try { chosen = localStorage.getItem(key).split(' '); } catch {}
  root.className = chosen.join(' ');
  addEventListener('DOMContentLoaded', () => {
    const boxes = [...document.querySelectorAll('.comfort input')];
    const keep = () => {
      root.className = boxes.filter((box) => box.checked).map((box) => box.id).join(' ');
      try { localStorage.setItem(key, root.className); } catch {}
    };
    for (const box of boxes) {
      box.checked = chosen.includes(box.id);
      box.addEventListener('change', keep);
    }
  });
})();
`;

export const comfortPath = `assets/comfort-${createHash('sha256').update(comfortScript).digest('hex').slice(0, 12)}.js`;
