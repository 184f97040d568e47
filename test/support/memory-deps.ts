/** Everything a function asks for, in memory, with a clock that stands still and a record of what was done. */
import { announced } from '@gongkai/calendar/announced.ts';
import { createCalendar } from '@gongkai/calendar/calendar.ts';
import { type SettingsInput, settingsSchema } from '@gongkai/domain/settings.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { openDatabase } from '@gongkai/platform/embedded/database.ts';
import { createSqliteTable } from '@gongkai/platform/embedded/table.ts';
import { createLinks } from '@gongkai/platform/links.ts';
import { memoryFiles } from '@gongkai/platform/contract/memory-files.ts';
import { type MailMessage, TokenClosed, type Workflow } from '@gongkai/platform/ports.ts';

export interface MemoryDeps extends Deps {
  mails: MailMessage[];
  /** What waiting states were answered. */
  answers: { token: string; output: unknown }[];
  starts: { machine: string; name: string; input: unknown }[];
  /** From now on an unreachable workflow, closed tokens, or neither. */
  workflowIs: (state: 'up' | 'down' | 'not-waiting') => void;
  setNow: (instant: string) => void;
}

export function memoryDeps(now = '2026-03-02T01:00:00Z', settings: Partial<SettingsInput> = {}): MemoryDeps {
  let instant = new Date(now);
  let state: 'up' | 'down' | 'not-waiting' = 'up';
  const mails: MailMessage[] = [];
  const answers: MemoryDeps['answers'] = [];
  const starts: MemoryDeps['starts'] = [];
  const clock = { now: () => instant };
  const workflow: Workflow = {
    start: async (machine, name, input) => {
      if (starts.some((s) => s.name === name)) return 'already-started';
      starts.push({ machine, name, input });
      return 'started';
    },
    succeed: async (token, output) => {
      if (state === 'down') throw new Error('workflow unreachable');
      if (state === 'not-waiting' || answers.some((a) => a.token === token)) throw new TokenClosed(token);
      answers.push({ token, output });
    },
    fail: async () => {},
    describe: async () => undefined,
    list: async () => ({ items: [] }),
  };
  const calendar = createCalendar(announced());
  return {
    table: createSqliteTable(openDatabase(':memory:'), clock),
    files: memoryFiles(),
    workflow,
    mail: {
      send: async (message) => {
        if (!mails.some((m) => m.id === message.id)) mails.push(message);
      },
    },
    clock,
    links: createLinks(new Uint8Array(32).fill(7)),
    calendar: async () => calendar,
    settings: settingsSchema.parse({
      siteUrl: 'http://site.test',
      portalUrl: 'http://site.test/portal',
      ...settings,
    }),
    mails,
    answers,
    starts,
    workflowIs: (next) => {
      state = next;
    },
    setNow: (next) => {
      instant = new Date(next);
    },
  };
}
