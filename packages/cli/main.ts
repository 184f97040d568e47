/** `gongkai`: exit code 0 done, 1 the input was refused (the reason is on standard error), 2 wrong use. */
import { Command, CommanderError } from 'commander';
import { InputRefused, NotAllowed, NotFound, WrongState } from '@gongkai/domain/errors.ts';
import { clockCommand } from './commands/clock.ts';
import { deadlineCommand } from './commands/deadline.ts';
import { demoCommand } from './commands/demo.ts';
import { exportCommand, importCommand } from './commands/organisation.ts';
import { readCommand } from './commands/read.ts';
import { screenCommand } from './commands/screen.ts';
import { serveCommand } from './commands/serve.ts';
import { statusCommand } from './commands/status.ts';
import { submitCommand } from './commands/submit.ts';
import { tasksCommand } from './commands/tasks.ts';
import { trialCommand } from './commands/trial.ts';

const program = new Command('gongkai')
  .description('政务公开：审定、公开、解读、评估')
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text) });

for (const command of [
  trialCommand(),
  serveCommand(),
  submitCommand(),
  readCommand(),
  screenCommand(),
  deadlineCommand(),
  tasksCommand(),
  statusCommand(),
  clockCommand(),
  exportCommand(),
  importCommand(),
  demoCommand(),
])
  program.addCommand(command.exitOverride());

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeFor(error);
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
