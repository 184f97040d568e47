/** `gongkai`: exit code 0 done, 1 the input was refused (the reason is on standard error), 2 wrong use. */
import { Command, CommanderError } from 'commander';
import { InputRefused, NotAllowed, NotFound, WrongState } from '@gongkai/domain/errors.ts';
import { Refusal } from '@gongkai/reading/refusal.ts';
import { catalogueCommand, gapsCommand } from './commands/catalogue.ts';
import { clockCommand } from './commands/clock.ts';
import { deadlineCommand } from './commands/deadline.ts';
import { demoCommand } from './commands/demo.ts';
import { exportCommand, importCommand } from './commands/organisation.ts';
import { readCommand } from './commands/read.ts';
import { screenCommand } from './commands/screen.ts';
import { serveCommand } from './commands/serve.ts';
import { checkSiteCommand, movePageCommand, rebuildCommand, serveSiteCommand } from './commands/site.ts';
import { statusCommand } from './commands/status.ts';
import { submitCommand } from './commands/submit.ts';
import { tasksCommand } from './commands/tasks.ts';
import { trialCommand } from './commands/trial.ts';
import { verifyCommand } from './commands/verify.ts';
import { helpCommand, inChinese } from './in-chinese.ts';

const program = inChinese(new Command('gongkai'))
  .description('政务公开：审定、公开、解读、评估')
  .usage('[选项] <命令>')
  .helpCommand(...helpCommand);

for (const command of [
  trialCommand(),
  serveCommand(),
  serveSiteCommand(),
  submitCommand(),
  readCommand(),
  screenCommand(),
  deadlineCommand(),
  tasksCommand(),
  statusCommand(),
  verifyCommand(),
  clockCommand(),
  catalogueCommand(),
  gapsCommand(),
  exportCommand(),
  importCommand(),
  movePageCommand(),
  rebuildCommand(),
  checkSiteCommand(),
  demoCommand(),
])
  program.addCommand(everyLevel(command));

// Whoever reads the output may stop early (`| head -1`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeFor(error);
}

function everyLevel(command: Command): Command {
  for (const below of command.commands) everyLevel(below);
  if (command.commands.length > 0) command.helpCommand(...helpCommand);
  return inChinese(command);
}

function exitCodeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const refused =
    error instanceof InputRefused ||
    error instanceof NotFound ||
    error instanceof NotAllowed ||
    error instanceof Refusal ||
    error instanceof WrongState;
  process.stderr.write(
    refused ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 1;
}
