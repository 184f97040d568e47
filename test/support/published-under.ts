/** Documents that went the whole way and stand under one item of the catalogue. */
import { decideOpenTasks, handIn } from '@gongkai/cli/driver.ts';
import type { Place } from '@gongkai/cli/place.ts';

export async function publishUnder(place: Place, catalogueItem: string, count: number): Promise<void> {
  for (let n = 1; n <= count; n++) {
    const title = `关于第${n}批救助对象监督检查情况的通报`;
    const text = `示范县民政局\n${title}\n各乡镇人民政府：\n现将第${n}批检查情况通报如下。\n`;
    await handIn(place, {
      clerk: 'civil-affairs-clerk',
      form: { title, attribute: 'public', catalogueItem, needsInterpretation: false },
      files: [{ name: '通报.txt', body: Buffer.from(text) }],
    });
    do await place.settle();
    while ((await decideOpenTasks(place, () => ({ outcome: 'approve' }))) > 0);
  }
}
