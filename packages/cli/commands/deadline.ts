import { Command, InvalidArgumentError } from 'commander';
import { localDateSchema } from '@gongkai/domain/deadline.ts';
import { createCalendarSource } from '../calendar-data.ts';
import { print, printJson } from '../input.ts';
import { dataFolder } from '../folder.ts';

const dateArgument = (text: string): string => {
  if (!localDateSchema.safeParse(text).success)
    throw new InvalidArgumentError('日期的写法是 2026-03-02，并且必须真实存在。');
  return text;
};
const daysArgument = (text: string): number => {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('工作日数是 0 到 9999 的整数。');
  return Number(text);
};

export const deadlineCommand = (): Command =>
  new Command('deadline')
    .description('按工作日计算期限（收到当日不计入）')
    .argument('<date>', '起算日，如 2026-03-02', dateArgument)
    .requiredOption('--working-days <n>', '工作日数', daysArgument)
    .option('--data <folder>', '数据目录')
    .option('--json', '输出一行 JSON')
    .action((date: string, options: { workingDays: number; data?: string; json?: boolean }) => {
      const calendar = createCalendarSource(dataFolder(options.data))();
      const deadline = calendar.deadline(date, options.workingDays);
      const steps = calendar.explain(deadline);
      if (options.json)
        printJson({
          date: deadline.date,
          status: deadline.status,
          calendarVersion: deadline.calendarVersion,
          steps,
        });
      else
        print(
          [`期限：${deadline.date}${deadline.status === 'provisional' ? '（暂定）' : ''}`, ...steps].join(
            '\n',
          ),
        );
    });
