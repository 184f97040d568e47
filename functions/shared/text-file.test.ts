import { expect, it } from 'vitest';
import { memoryDeps } from '../../test/support/memory-deps.ts';
import { loadText, saveText, type Text } from './text-file.ts';

const file = (slot: number, name: string, more: Partial<Text['files'][number]> = {}) => ({
  slot,
  name,
  type: 'pdf',
  blocks: [],
  hidden: [],
  ...more,
});
const scan = '第 1 页为扫描图片，文字由机器识别，请对照原件核对。';

async function readBack(files: Text['files'], problems: string[]): Promise<(boolean | undefined)[]> {
  const deps = memoryDeps();
  await saveText(deps.files, 'd1', 1, { files, found: {}, problems });
  return (await loadText(deps.files, 'd1', 1)).files.map((f) => f.scanned);
}

it('keeps which files come from a scan', async () => {
  const files = [file(0, '通知.pdf', { scanned: false }), file(1, '名单.pdf', { scanned: true })];
  expect(await readBack(files, [])).toEqual([false, true]);
});

it.each([
  ['nothing', [], [false, false, false]],
  ['the first file', [scan], [true, false, false]],
  ['a file inside the first file', [`嵌入的文件“表.pdf”：${scan}`], [true, false, false]],
  ['an annex', [`《名单.pdf》：${scan}`], [false, true, false]],
  ['the first file and an annex', [scan, `《标准.pdf》：${scan}`], [true, false, true]],
])('tells by the problems where it was not kept yet: %s', async (_, problems, scanned) => {
  const files = [file(0, '通知.pdf'), file(1, '名单.pdf'), file(2, '标准.pdf')];
  expect(await readBack(files, problems)).toEqual(scanned);
});
