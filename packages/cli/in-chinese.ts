/** What commander itself says, in the language of who operates a county: headings of the help, and wrong use. */
import type { Command } from 'commander';

const titles: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};
const sentences: [RegExp, string][] = [
  [/^option '(.+)' argument '(.*)' is invalid\. ?/, '选项 $1 的值“$2”不对。'],
  [/^command-argument value '(.*)' is invalid for argument '(.+)'\. ?/, '参数 $2 的值“$1”不对。'],
  [/^missing required argument '(.+)'/, '缺少参数 $1。'],
  [/^option '(.+)' argument missing/, '选项 $1 后面缺少值。'],
  [/^required option '(.+)' not specified/, '缺少选项 $1。'],
  [/^option '(.+)' cannot be used with option '(.+)'/, '选项 $1 不能与 $2 同时使用。'],
  [/^unknown option '(.+)'/, '没有 $1 这个选项。'],
  [/^unknown command '(.+)'/, '没有 $1 这个命令。'],
  [/^too many arguments.*/, '参数太多。'],
  [/Allowed choices are (.+)\.$/, '可以是：$1。'],
  [/\(Did you mean (?:one of )?(.+)\?\)/, '是不是 $1？'],
];

export const helpCommand = ['help [command]', '显示一个命令的用法'] as const;

/** Whatever commander says that is not listed stays as it is. */
const chinese = (error: string): string =>
  sentences.reduce(
    (text, [english, translated]) => text.replace(english, translated),
    error.trim().replace(/^error: /, ''),
  );

/** Of this command alone; wrong use is thrown instead of ending the process. */
export const inChinese = (command: Command): Command =>
  command
    .exitOverride()
    .helpOption('-h, --help', '显示用法')
    .showHelpAfterError('用法有误，加 --help 查看用法。')
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      styleDescriptionText: (text) =>
        text
          .replace(/\(default: "?(.+?)"?\)/, '（不写则为 $1）')
          .replace(/\(choices: (.+?)\)/, '（可以是 $1）'),
    })
    .configureOutput({ outputError: (text, write) => write(`${chinese(text)}\n`) });
