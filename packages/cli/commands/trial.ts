import { Command } from 'commander';
import { seedCatalogue } from '../demo-catalogue.ts';
import { seedProfiles } from '../demo-profiles.ts';
import { portOption } from '../options.ts';
import { dataFolder, refuseIfServed } from '../folder.ts';
import { print } from '../input.ts';
import { run } from '../run.ts';
import { openTrial } from '../trial.ts';

export const trialCommand = (): Command =>
  new Command('trial')
    .description('试用：示范县、发件箱页面、可以拨快的时钟')
    .addOption(portOption())
    .option('--data <folder>', '数据目录')
    .action(async ({ port, data }: { port: number; data?: string }) => {
      const started = performance.now();
      const folder = dataFolder(data);
      refuseIfServed(folder);
      const { place, trial, url } = await openTrial(folder, port);
      await seedCatalogue(place.deps);
      await seedProfiles(place.deps);
      await run(place, folder, port, url, trial);
      print(
        [
          `ready，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒`,
          '',
          `  公开网站    ${url}/`,
          `  工作平台    ${url}/portal/`,
          `  发件箱      ${url}/portal/outbox   （所有邮件都在这里；也可以在这里拨快时钟）`,
          '',
          '  试用账号（登录时输入邮箱，登录链接在发件箱里）：',
          '    经办人        clerk@civil-affairs.demo',
          '    部门负责人    head@civil-affairs.demo',
          '    保密审查员    secrecy@civil-affairs.demo',
          '    县政府办审核  editor@county-office.demo',
          '    系统管理员    admin@county-office.demo',
          '',
          `  数据目录    ${folder}`,
          '  按 Ctrl+C 停止；再次启动会接着原来的进度。',
        ].join('\n'),
      );
    });
