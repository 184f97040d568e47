/** Pages are light: what a telephone on a village mast loads, page, stylesheet() and script together, uncompressed. */
import { expect, test } from 'vitest';
import { comfortScript } from './comfort.ts';
import { renderDocumentPage } from './document-page.tsx';
import { renderEmbed } from './embed.tsx';
import { renderHomePage } from './home-page.tsx';
import { renderListPage } from './list-page.tsx';
import { stylesheet } from './stylesheet.ts';
import { documentView, list, publication, site } from './testing/fixture.ts';
import { entriesPerPage } from './views.ts';

const kb = (text: string): number => Buffer.byteLength(text) / 1024;
const house = kb(stylesheet()) + kb(comfortScript);

/** A county of 40 departments, and titles as long as titles get. */
const county = {
  ...site,
  departments: Array.from({ length: 40 }, (_, i) => ({
    id: `department-${i}`,
    name: `示范县第${i}人力资源和社会保障局`,
  })),
};
const longTitle = `示范县人民政府办公室关于${'进一步做好困难群众基本生活保障'.repeat(3)}工作的通知`;
const full = list(1, entriesPerPage, {
  entries: Array.from({ length: entriesPerPage }, (_, i) => publication(i + 1, { title: longTitle })),
  archivePages: 400,
});

test.each([
  ['a list', renderListPage(county, full)],
  ['a page of the archive', renderListPage(county, { ...full, page: 400 })],
  ['a list in a frame', renderEmbed(county, full)],
])('%s weighs at most 30 KB with everything it loads', (_, page) => {
  expect(kb(page) + house).toBeLessThanOrEqual(30);
});

test('the home page weighs at most 40 KB with everything it loads', () => {
  expect(kb(renderHomePage(county, { ...full, kind: 'site', id: 'site' })) + house).toBeLessThanOrEqual(40);
});

test('a document of 7,000 characters with a table and ten attachments weighs at most 60 KB', () => {
  const paragraph =
    '为落实国家和省关于养老服务的部署，让高龄老年人及时足额领到津贴，现将有关事项通知如下。'.repeat(4);
  const text = [
    ...Array.from({ length: 40 }, () => ({ text: paragraph })),
    ...Array.from({ length: 40 }, (_, i) => ({ text: '', cells: [`${i}`, '上坝村一组', '589.00'] })),
  ];
  expect(text.reduce((sum, block) => sum + block.text.length, 0)).toBeGreaterThan(6_500);
  const [attachment] = documentView().attachments;
  const page = renderDocumentPage(
    county,
    documentView({ text, attachments: Array.from({ length: 10 }, () => attachment!) }),
  );
  expect(kb(page) + house).toBeLessThanOrEqual(60);
});
