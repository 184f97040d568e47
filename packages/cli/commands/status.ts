import { Command } from 'commander';
import { type TaskKind, taskKindName } from '@gongkai/domain/task.ts';
import type { Health } from '../health.ts';
import { print, printJson } from '../input.ts';
import { dataOption, stageOption, type WhichPlace } from '../options.ts';
import { withPlace } from '../with-place.ts';

export const statusCommand = (): Command =>
  new Command('status')
    .description('运行状况：等待最久的任务、逾期、未送出的邮件、停下的流程')
    .addOption(dataOption())
    .addOption(stageOption())
    .option('--json', '输出一行 JSON')
    .action(({ json, ...which }: WhichPlace & { json?: boolean }) =>
      withPlace(which, async (place) => {
        const health = await place.health();
        if (json) printJson(health);
        else print(linesOf(health).join('\n'));
      }),
    );

const linesOf = (health: Health): string[] => [
  health.status === 'ok' ? '正常' : `请查看 docs/runbook.md：${health.attention.join('；')}`,
  `未办结任务 ${health.tasksOpen} 项，其中逾期 ${health.tasksOverdue} 项`,
  ...Object.entries(health.oldestWaitingTask)
    .filter(([, seconds]) => seconds > 0)
    .map(([kind, seconds]) => `  ${taskKindName[kind as TaskKind]}：最久的已等待 ${ageOf(seconds)}`),
  `已决定而流程未得到通知 ${health.tasksUnanswered} 项`,
  `待发邮件 ${health.mailsWaiting} 封，其中发送失败过 ${health.mailsFailed} 封`,
  `停下的流程 ${Object.values(health.executionsStopped).reduce((a, b) => a + b, 0)} 个`,
  health.feedBehind === 0 ? '列表和订阅源是最新的' : `订阅源落后 ${ageOf(health.feedBehind)}`,
];

const ageOf = (seconds: number): string =>
  seconds < 7200
    ? `${Math.round(seconds / 60)} 分钟`
    : seconds < 172_800
      ? `${Math.round(seconds / 3600)} 小时`
      : `${Math.round(seconds / 86_400)} 天`;
