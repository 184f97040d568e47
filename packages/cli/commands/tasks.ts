import { Command } from 'commander';
import { tasks } from '@gongkai/functions/shared/stores.ts';
import { roleName } from '@gongkai/domain/organisation.ts';
import { type Task, taskKindName } from '@gongkai/domain/task.ts';
import { dataFolder } from '../folder.ts';
import { print, printJson } from '../input.ts';
import { openExisting } from '../existing.ts';

export const tasksCommand = (): Command =>
  new Command('tasks')
    .description('列出未办结的任务')
    .option('--data <folder>', '数据目录')
    .option('--json', '每项任务输出一行 JSON')
    .action(async ({ data, json }: { data?: string; json?: boolean }) => {
      const place = openExisting(dataFolder(data));
      let after: string | undefined;
      do {
        const page = await tasks(place.deps.table).query('tasks-by-attention', {
          partition: 'open',
          limit: 200,
          ...(after === undefined ? {} : { after }),
        });
        for (const task of page.items) {
          if (json) printJson(lineOf(task));
          else
            print(
              `${task.due.date}  ${taskKindName[task.task]}  ${task.department} ${roleName[task.role]}  ${task.title}`,
            );
        }
        after = page.next;
      } while (after !== undefined);
      await place.close();
    });

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
