import { Command } from 'commander';
import { loadOrganisation } from '@gongkai/functions/shared/organisation.ts';
import { tasks } from '@gongkai/functions/shared/stores.ts';
import { roleName } from '@gongkai/domain/organisation.ts';
import { type Task, taskKindName } from '@gongkai/domain/task.ts';
import { print, printJson } from '../input.ts';
import { dataOption, stageOption, type WhichPlace } from '../options.ts';
import { withPlace } from '../with-place.ts';

export const tasksCommand = (): Command =>
  new Command('tasks')
    .description('列出未办结的任务')
    .addOption(dataOption())
    .addOption(stageOption())
    .option('--json', '每项任务输出一行 JSON')
    .action(({ json, ...which }: WhichPlace & { json?: boolean }) =>
      withPlace(which, async ({ deps }) => {
        const organisation = await loadOrganisation(deps);
        for await (const task of tasks(deps.table).all('tasks-by-attention', 'open')) {
          const { due, department, role, title } = task;
          if (json) printJson(lineOf(task));
          else {
            const who = `${organisation.departmentName(department)} ${roleName[role]}`;
            print(`${due.date}  ${taskKindName[task.task]}  ${who}  ${title}`);
          }
        }
      }),
    );

const lineOf = ({ id, task, subject, title, department, role, due, state, createdAt }: Task) => ({
  id,
  kind: task,
  document: subject,
  title,
  department,
  role,
  due,
  state,
  createdAt,
});
