import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { type Settings, settingsSchema } from '@gongkai/domain/settings.ts';
import { createSmtp } from '@gongkai/platform/embedded/mail.ts';
import { toStandardOutput } from '@gongkai/platform/log.ts';
import { dataFolder, refuseIfServed, writePlaceFile } from '../folder.ts';
import { print } from '../input.ts';
import { portOption } from '../options.ts';
import { openPlace, type Place } from '../place.ts';
import { plainSite } from '../plain-site.ts';
import { run } from '../run.ts';
import { listenAlone } from '../site-alone.ts';

const environmentSchema = z.object({
  GONGKAI_SMTP_URL: z.url({
    protocol: /^smtps?$/,
    error: '请设置 GONGKAI_SMTP_URL，如 smtps://user:password@mail.example.gov.cn:465',
  }),
});

export const serveCommand = (): Command =>
  new Command('serve')
    .description('在一台机器上正式运行')
    .addOption(portOption())
    .option('--data <folder>', '数据目录')
    .option('--settings <file>', '设置文件（JSON），默认是数据目录里的 settings.json')
    .action(async ({ port, data, settings: file }: { port: number; data?: string; settings?: string }) => {
      const folder = dataFolder(data);
      refuseIfServed(folder);
      const settings = readSettings(file ?? join(folder, 'settings.json'));
      const environment = environmentSchema.safeParse(process.env);
      if (!environment.success)
        throw new InputRefused(environment.error.issues.map((i) => i.message).join('\n'));
      writePlaceFile(folder, { mode: 'serve', settings });
      const smtp = createSmtp({ url: environment.data.GONGKAI_SMTP_URL, from: settings.mailFrom });
      const open = (): Place =>
        openPlace({
          folder,
          settings,
          inboxUrl: `${new URL(settings.portalUrl).origin}/inbox`,
          movableClock: false,
          deliver: () => smtp,
          log: toStandardOutput,
        });
      const place = await openOrServeAlone(open, folder, settings, port);
      if (!place) return;
      await run(place, folder, port, `http://localhost:${port}`);
      print(`ready：${settings.siteUrl}/ 和 ${settings.portalUrl}/（本机端口 ${port}）`);
    });

/** A database that cannot be opened closes the portal, not the public site. */
async function openOrServeAlone(
  open: () => Place,
  folder: string,
  settings: Settings,
  port: number,
): Promise<Place | undefined> {
  try {
    return open();
  } catch (error) {
    const plain = plainSite(folder);
    if (!plain.isWhole()) throw error;
    process.stderr.write(`数据库不能打开：${error instanceof Error ? error.message : String(error)}\n`);
    await listenAlone(settings, plain, port);
    print(
      `ready：${settings.siteUrl}/（本机端口 ${port}，只有公开网站；工作平台暂停，恢复数据库后请重新启动）`,
    );
    return undefined;
  }
}

function readSettings(file: string) {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new InputRefused(
      `缺少设置文件 ${file}。至少要写明 {"siteUrl": "…", "portalUrl": "…/portal", "county": "…"}。`,
    );
  }
  const parsed = settingsSchema.safeParse(parseJson(text, file));
  if (!parsed.success)
    throw new InputRefused(
      `设置文件 ${file} 有误：\n${parsed.error.issues.map((i) => `  ${i.path.join('.')}：${i.message}`).join('\n')}`,
    );
  return parsed.data;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputRefused(`设置文件 ${file} 不是有效的 JSON。`);
  }
}
