/** What programs do by themselves when a file is opened: whoever owns the address hears of every reader. */

/** On another machine; `file:///C:/` is the reader's own disk. */
const elsewhere = /^\s*(?:(?:https?|ftps?|mhtml|smb):|file:[\\/]{2}(?![\\/])|file:[\\/]{4}|[\\/]{2})/i;
export const isElsewhere = (address: string): boolean => elsewhere.test(address);

const longest = 100;

/** A Chinese sentence about addresses that are asked without a click; none when there are none. */
export function outsideProblem(addresses: Iterable<string>): string[] {
  const [first, ...others] = new Set(addresses);
  if (first === undefined) return [];
  const more = others.length > 0 ? ` 等 ${others.length + 1} 处` : '';
  return [
    `打开文件时程序会自动连接外部地址（${first.trim().slice(0, longest)}${more}），公开以后每个打开的人都会连接。请在原软件中断开链接，或者删去后重新上传。`,
  ];
}
