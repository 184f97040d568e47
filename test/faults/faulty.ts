/** Ports that fail: before they act, after they acted, slowly, or by acting twice, as a network does that repeats. */
import { TryLater } from '@gongkai/domain/errors.ts';
import type { Deps } from '@gongkai/platform/deps.ts';

export const faultKinds = ['fails-before', 'disk-full', 'fails-after', 'twice', 'slow'] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  /** How many calls pass unharmed before it strikes. */
  after: number;
  kind: FaultKind;
}

export interface Faults {
  around: (deps: Deps) => Deps;
  /** How many have struck. */
  struck: () => number;
  /** From now on everything works. */
  end: () => void;
}

const codes = new Set(['EBUSY', 'ENOSPC']);
const trouble = (code: 'EBUSY' | 'ENOSPC'): Error =>
  Object.assign(new Error('a fault of the test'), { code });
/** What passes: workflows repeat the step, people try again. */
export const isTrouble = (error: unknown): boolean =>
  error instanceof TryLater || codes.has(String((error as { code?: unknown } | undefined)?.code));

export function createFaults(plan: readonly Fault[]): Faults {
  const left = [...plan];
  let passed = 0;
  let struck = 0;
  const next = (): FaultKind | undefined => {
    if (left.length === 0 || passed++ < left[0]!.after) return undefined;
    passed = 0;
    struck++;
    return left.shift()!.kind;
  };
  return {
    around: (deps) => ({
      ...deps,
      table: faulty(deps.table, next),
      files: faulty(deps.files, next),
      mail: faulty(deps.mail, next),
      workflow: faulty(deps.workflow, next),
    }),
    struck: () => struck,
    end: () => left.splice(0),
  };
}

function faulty<T extends object>(port: T, next: () => FaultKind | undefined): T {
  return new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]): unknown => {
        const call = (): Promise<unknown> => Reflect.apply(member, target, args) as Promise<unknown>;
        const kind = next();
        return kind === undefined ? call() : struckBy[kind](call);
      };
    },
  });
}

const struckBy: Record<FaultKind, (call: () => Promise<unknown>) => Promise<unknown>> = {
  'fails-before': () => Promise.reject(trouble('EBUSY')),
  'disk-full': () => Promise.reject(trouble('ENOSPC')),
  'fails-after': async (call) => {
    await call();
    throw trouble('EBUSY');
  },
  // Whoever calls hears what became of the repeat.
  twice: async (call) => {
    await call();
    return call();
  },
  slow: async (call) => {
    for (let i = 0; i < 20; i++) await new Promise(setImmediate);
    return call();
  },
};
