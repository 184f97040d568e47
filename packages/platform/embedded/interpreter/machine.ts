/** A definition, checked once: shape, targets, names, expressions. Nested scopes are laid flat. */
import * as z from 'zod';
import { compile, isExpression } from './expression.ts';
import { machineSchema, type Scope, type State, stateSchema } from './schema.ts';

export interface Machine {
  timeoutSeconds: number | undefined;
  /** Name of the first state of a scope: `''` is the machine itself, `<state>#<branch>` a branch or item. */
  startOf: (scope: string) => string;
  state: (name: string) => State;
}

/** The definition is not one the interpreter can execute; the message names the state. */
export class UnsupportedDefinition extends Error {
  override name = 'UnsupportedDefinition';
}

/** Throws {@link UnsupportedDefinition}. */
export function loadMachine(definition: unknown): Machine {
  const root = machineSchema.safeParse(definition);
  if (!root.success) throw new UnsupportedDefinition(`the machine: ${z.prettifyError(root.error)}`);
  const starts = new Map<string, string>();
  const states = new Map<string, State>();

  const addScope = (path: string, scope: Scope): void => {
    const inScope = (target: string | undefined): boolean =>
      target === undefined || Object.hasOwn(scope.States, target);
    if (!inScope(scope.StartAt))
      throw new UnsupportedDefinition(`StartAt names no state here: '${scope.StartAt}'`);
    starts.set(path, scope.StartAt);
    for (const [name, raw] of Object.entries(scope.States)) {
      const refuse = (why: string): never => {
        throw new UnsupportedDefinition(`state '${name}': ${why}`);
      };
      const parsed = stateSchema.safeParse(raw);
      if (!parsed.success) return refuse(z.prettifyError(parsed.error));
      const state = parsed.data;
      if (states.has(name)) refuse('its name is used twice');
      if ((state.QueryLanguage ?? root.data.QueryLanguage) !== 'JSONata') refuse('is not in JSONata');
      const lost = targets(state).find((target) => !inScope(target));
      if (lost !== undefined) refuse(`leads to '${lost}', which is not a state here`);
      if ('Catch' in state || state.Type === 'Pass' || state.Type === 'Wait')
        if ((state.Next === undefined) === (state.End === undefined)) refuse('needs either Next or End');
      states.set(name, state);
      const inner =
        state.Type === 'Parallel' ? state.Branches : state.Type === 'Map' ? [state.ItemProcessor] : [];
      for (const [field, value] of Object.entries(state))
        if (field !== 'Branches' && field !== 'ItemProcessor') checkExpressions(value, refuse);
      inner.forEach((branch, n) => addScope(branchScope(name, n), branch));
    }
  };

  addScope('', root.data);
  return {
    timeoutSeconds: root.data.TimeoutSeconds,
    startOf: (scope) => need(starts, scope),
    state: (name) => need(states, name),
  };
}

export const branchScope = (state: string, branch: number): string => `${state}#${branch}`;

const need = <T>(map: ReadonlyMap<string, T>, key: string): T => {
  const found = map.get(key);
  if (found === undefined) throw new Error(`the definition has no '${key}'`);
  return found;
};

const targets = (state: State): (string | undefined)[] => [
  ...('Next' in state ? [state.Next] : []),
  ...('Catch' in state ? state.Catch.map((catcher) => catcher.Next) : []),
  ...(state.Type === 'Choice' ? [state.Default, ...state.Choices.map((rule) => rule.Next)] : []),
];

function checkExpressions(value: unknown, refuse: (why: string) => never): void {
  if (isExpression(value)) {
    try {
      compile(value);
    } catch (error) {
      refuse(`${value} is not JSONata: ${error instanceof Error ? error.message : JSON.stringify(error)}`);
    }
  } else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) checkExpressions(part, refuse);
}
