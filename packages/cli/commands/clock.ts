import { Command } from 'commander';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { dataFolder, readPlaceFile, runningServer } from '../folder.ts';
import { print } from '../input.ts';
import { controlSecret } from '../server.ts';
import { openTrial } from '../trial.ts';

export const clockCommand = (): Command =>
  new Command('clock').description('试用环境的时钟').addCommand(
    new Command('advance')
      .description('把时钟拨快')
      .argument('<duration>', '15m、2h、3d、1w、1y，或 3wd（工作日）')
      .option('--data <folder>', '数据目录')
      .action(async (duration: string, { data }: { data?: string }) => {
        const folder = dataFolder(data);
        const { mode, settings } = readPlaceFile(folder);
        if (mode !== 'trial') throw new InputRefused('正式环境的时钟不能拨动。');
        const server = runningServer(folder);
        const { place, trial } = await openTrial(folder, Number(new URL(settings.siteUrl).port || 80));
        const now = server
          ? await viaServer(server, controlSecret(place), duration)
          : await trial.advance(duration);
        await place.close();
        print(`现在是 ${now}`);
      }),
  );

async function viaServer(server: string, secret: string, duration: string): Promise<string> {
  const response = await fetch(`${server}/control/clock`, {
    method: 'POST',
    headers: { authorization: secret },
    body: duration,
  });
  if (!response.ok) throw new InputRefused((await response.text()) || `服务没有接受：${response.status}`);
  return response.text();
}
