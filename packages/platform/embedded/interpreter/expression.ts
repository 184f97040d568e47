/** JSONata as the service evaluates it: no root document, `$states`, the variables, a few functions more. */
import jsonata from 'jsonata';
import { StateFailed } from './failure.ts';
import { fixedFunctions, type Source, sourcedFunctions } from './library.ts';

/** What a result or an error adds to `$states`. */
export type States = Record<'input' | 'context', unknown> & { result?: unknown; errorOutput?: unknown };

const compiled = new Map<string, jsonata.Expression>();

export const isExpression = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith('{%') && value.endsWith('%}');

/** Compiled once per text. Throws what jsonata throws. */
export function compile(text: string): jsonata.Expression {
  let expression = compiled.get(text);
  if (!expression) {
    expression = jsonata(text.slice(2, -2));
    for (const [name, fixed] of Object.entries(fixedFunctions)) expression.assign(name, fixed);
    compiled.set(text, expression);
  }
  return expression;
}

export interface Bindings {
  states: States;
  variables: Record<string, unknown>;
  source: Source;
}

/** Fills in every expression of a template. Throws {@link StateFailed} States.QueryEvaluationError. */
export async function fill(template: unknown, bindings: Bindings): Promise<unknown> {
  if (isExpression(template)) return evaluate(template, bindings);
  if (typeof template !== 'object' || template === null) return template;
  if (Array.isArray(template)) {
    const filled: unknown[] = [];
    for (const part of template) filled.push(await fill(part, bindings));
    return filled;
  }
  const filled: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(template)) filled[key] = await fill(part, bindings);
  return filled;
}

async function evaluate(text: string, { states, variables, source }: Bindings): Promise<unknown> {
  let result: unknown;
  try {
    result = await compile(text).evaluate(undefined, {
      ...sourcedFunctions(source),
      ...variables,
      states,
    });
  } catch (error) {
    const message = (error as { message?: unknown } | null)?.message;
    throw new StateFailed('States.QueryEvaluationError', `${text}: ${String(message)}`);
  }
  if (result === undefined || typeof result === 'function')
    throw new StateFailed('States.QueryEvaluationError', `${text} returned nothing (undefined)`);
  return result;
}
