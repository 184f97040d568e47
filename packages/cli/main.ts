/** `gongkai`: exit code 0 done, 1 the input was refused (the reason is on standard error), 2 wrong use. */
import { Command, CommanderError } from 'commander';
import { InputRefused, NotAllowed, NotFound, WrongState } from '@gongkai/domain/errors.ts';
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

const program = new Command('gongkai')
  .description('政务公开：审定、公开、解读、评估')
  .exitOverride()
  .showHelpAfterError('用法有误，加 --help 查看用法。')
  .configureOutput({ outputError: (text, write) => write(text) });

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
  program.addCommand(strict(command));

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

/** Wrong use is thrown instead of ending the process, at every level. */
function strict(command: Command): Command {
  for (const below of command.commands) strict(below);
  return command.exitOverride().showHelpAfterError('用法有误，加 --help 查看用法。');
}

function exitCodeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const refused =
    error instanceof InputRefused ||
    error instanceof NotFound ||
    error instanceof NotAllowed ||
    error instanceof WrongState;
  process.stderr.write(
    refused ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 1;
}
