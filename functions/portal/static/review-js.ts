/**
 * Makes reviewing quicker: keys while a finding has the focus, and drawing boxes on pictures of pages. Everything
 * works without it. Written for the browser, so it is kept as the text that is served.
 */
export const reviewJs = String.raw`'use strict';
const list = document.querySelector('ol.findings');
const items = list ? Array.from(list.children) : [];
const decidable = items.some((item) => item.querySelector('input[type=radio]'));

function focusItem(index) {
  const item = items[Math.max(0, Math.min(items.length - 1, index))];
  if (!item) return;
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: 'nearest' });
  const place = document.getElementById('at-' + item.id.slice('finding-'.length));
  if (place) place.scrollIntoView({ block: 'center' });
}

function choose(item, value) {
  const radio = item.querySelector('input[type=radio][value="' + value + '"]');
  if (!radio) return false;
  radio.checked = true;
  radio.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

if (decidable) {
  for (const item of items) item.tabIndex = -1;
  const keys = document.createElement('p');
  keys.className = 'keys';
  keys.innerHTML = '键盘：光标在清单中时，<kbd>j</kbd> 下一处，<kbd>k</kbd> 上一处，<kbd>c</kbd> 删减，<kbd>m</kbd> 遮盖，<kbd>o</kbd> 不需删减';
  list.before(keys);
  list.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input[type=text]')) return;
    const at = items.indexOf(event.target.closest('li'));
    const item = items[at];
    if (event.key === 'j') focusItem(at + 1);
    else if (event.key === 'k') focusItem(at < 0 ? 0 : at - 1);
    else if (item && event.key === 'c' && choose(item, 'cut')) focusItem(at + 1);
    else if (item && event.key === 'm' && choose(item, 'mask')) focusItem(at + 1);
    else if (item && event.key === 'o' && choose(item, 'keep')) item.querySelector('input[type=text]').focus();
    else return;
    event.preventDefault();
  });
}

function emptyRow(slot) {
  const rows = document.querySelectorAll('.box-fields[data-slot="' + slot + '"] .box-row');
  return Array.from(rows).find((row) => row.querySelector('input').value === '');
}

for (const page of document.querySelectorAll('.page-image[data-of=pages]')) {
  if (!document.querySelector('.box-fields[data-slot="' + page.dataset.slot + '"]')) continue;
  page.classList.add('drawing');
  let start, box;
  const at = (event) => {
    const area = page.getBoundingClientRect();
    const part = (value, size) => Math.max(0, Math.min(1, value / size)) * 100;
    return [part(event.clientX - area.left, area.width), part(event.clientY - area.top, area.height)];
  };
  const show = ([x1, y1], [x2, y2]) => {
    box.style.left = Math.min(x1, x2) + '%';
    box.style.top = Math.min(y1, y2) + '%';
    box.style.width = Math.abs(x1 - x2) + '%';
    box.style.height = Math.abs(y1 - y2) + '%';
  };
  page.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    start = at(event);
    box = document.createElement('div');
    box.className = 'drawn';
    page.append(box);
    page.setPointerCapture(event.pointerId);
  });
  page.addEventListener('pointermove', (event) => start && show(start, at(event)));
  page.addEventListener('pointerup', (event) => {
    if (!start) return;
    const [from, to] = [start, at(event)];
    start = undefined;
    const row = emptyRow(page.dataset.slot);
    if (!row || Math.abs(from[0] - to[0]) < 0.5 || Math.abs(from[1] - to[1]) < 0.3) return box.remove();
    show(from, to);
    const sides = [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])];
    const inputs = row.querySelectorAll('input');
    inputs[0].value = page.dataset.page;
    sides.forEach((side, i) => { inputs[i + 1].value = side.toFixed(1); });
    const drawn = box;
    row.addEventListener('input', () => drawn.remove(), { once: true });
  });
}
`;
