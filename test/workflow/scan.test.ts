import { expect, it } from 'vitest';
import { makePicture, png } from '../fixtures/scans.ts';
import { peopleOf } from '../support/people.ts';
import { openTestTrial } from '../support/trial.ts';

const text = '示范县民政局文件\n关于做好临时救助工作的通知\n各乡镇人民政府：\n示范县民政局\n2026年9月14日';

it('publishes a scan with the word that a machine read it, and a typed document without', async () => {
  const people = peopleOf(await openTestTrial());
  const pageOf = async (file: Uint8Array, name: string): Promise<string> => {
    const id = await people.handIn(file, {}, { name });
    await people.approveAll(id);
    return people.publicPage((await people.document(id)).publication!.path);
  };
  const notice = '由机器从扫描图片中识别';
  expect(await pageOf(png(await makePicture(text)), '通知.png')).toContain(notice);
  expect(await pageOf(Buffer.from(text), '通知.txt')).not.toContain(notice);
});
