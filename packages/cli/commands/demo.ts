import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { type DocumentState, documentStateName } from '@gongkai/domain/document-state.ts';
import { localDate } from '@gongkai/calendar/local-date.ts';
import { type TaskKind, taskKindName } from '@gongkai/domain/task.ts';
import { type DemoSummary, demoStart, type Progress, runDemo } from '../demo.ts';
import { print, printJson } from '../input.ts';
import { openTrial } from '../trial.ts';

export const demoCommand = (): Command =>
  new Command('demo')
    .description('在新目录里自动走完全部流程')
    .option('--data <folder>', '数据目录，默认是新的临时目录；已有的会接着走')
    .option('--json', '输出一行 JSON 汇总')
    .action(async ({ data, json }: { data?: string; json?: boolean }) => {
      const folder = data ?? mkdtempSync(join(tmpdir(), 'gongkai-demo-'));
      const opened = await openTrial(folder, 8080, {}, demoStart);
      const summary = await runDemo(opened, json ? () => undefined : drawer());
      await opened.place.close();
      if (json) printJson(summary);
      else report(summary, folder);
    });

/** In a terminal one line a document, redrawn in place; elsewhere a line for every change. */
function drawer(): Progress {
  const last = new Map<string, string>();
  let drawn = 0;
  return (documents, now) => {
    const lines = documents.map((d) => ({
      id: d.id,
      text: `${documentStateName[d.state].padEnd(6, '　')} ${d.title || d.files[0]?.name}`,
    }));
    if (process.stdout.isTTY) {
      process.stdout.write(`${drawn ? `\u001B[${drawn}A` : ''}\u001B[J`);
      for (const text of [`时钟 ${localDate(now)}`, ...lines.map((l) => l.text)]) print(text);
      drawn = lines.length + 1;
      return;
    }
    for (const { id, text } of lines.filter((l) => last.get(l.id) !== l.text)) {
      print(`${localDate(now)}  ${text}`);
      last.set(id, text);
    }
  };
}

function report({ documents, mails, pages, elapsedMs }: DemoSummary, folder: string): void {
  print('');
  for (const d of documents) {
    print(`${documentStateName[d.state as DocumentState]}  ${d.title}`);
    for (const t of d.tasks)
      print(
        `    ${taskKindName[t.kind as TaskKind]}  期限 ${t.due}  ${t.done ? `${localDate(t.done)} ${t.outcome}` : '未办'}`,
      );
    if (d.publicUrl) print(`    ${d.publicUrl}`);
  }
  print(
    `\n${documents.length} 份文件，${mails} 封邮件，${pages} 个网页，${(elapsedMs / 1000).toFixed(1)} 秒。数据在 ${folder}`,
  );
}
