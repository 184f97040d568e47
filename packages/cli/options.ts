import { InvalidArgumentError, Option } from 'commander';

const portOf = (text: string): number => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new InvalidArgumentError('端口是 1 到 65535 的整数。');
  return port;
};

export const portOption = (): Option => new Option('--port <port>', '端口').default(8080).argParser(portOf);
