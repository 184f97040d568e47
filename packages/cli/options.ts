import { InvalidArgumentError, Option } from 'commander';

const portOf = (text: string): number => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new InvalidArgumentError('端口是 1 到 65535 的整数。');
  return port;
};

export const portOption = (): Option => new Option('--port <port>', '端口').default(8080).argParser(portOf);

export interface WhichPlace {
  data?: string;
  stage?: string;
}
export const dataOption = (): Option => new Option('--data <folder>', '数据目录');
/** Region, credentials and endpoint come from the environment, as for every AWS tool. */
export const stageOption = (): Option =>
  new Option('--stage <name>', '云上的环境（地域和凭证取自 AWS_REGION 等环境变量）').conflicts('data');
