/** Walks a definition with canned answers: which states are entered, and what each function would be given. */
import jsonata from 'jsonata';

type Json = Record<string, unknown>;
interface Rule extends Json {
  Next: string;
}
export interface State extends Json {
  Type: string;
  Next?: string;
  Default?: string;
  Choices?: (Rule & { Condition: string })[];
  Catch?: (Rule & { ErrorEquals: string[] })[];
  Arguments?: { FunctionName: string; Payload: unknown };
  TimeoutSeconds?: number;
}
export interface Definition {
  StartAt: string;
  States: Record<string, State>;
}
/** By state name: one answer after the other; the last one stays. `{ error, cause }` is thrown. */
export type Answers = Record<string, unknown[]>;
export interface Walk {
  entered: string[];
  given: { state: string; payload: unknown }[];
}

export const waitsForAnswer = (state: State): boolean =>
  String(state['Resource']).endsWith('waitForTaskToken');

export async function walk(definition: Definition, input: unknown, answers: Answers): Promise<Walk> {
  const variables: Json = {};
  const entered: string[] = [];
  const given: Walk['given'] = [];
  let name: string | undefined = definition.StartAt;
  let current: unknown = input;
  while (name !== undefined) {
    const state: State = definition.States[name]!;
    entered.push(name);
    if (entered.length > 100) throw new Error(`walks in circles: ${entered.slice(-6).join(', ')}`);
    const states: Json = { input: current, context: { Task: { Token: `token-${entered.length}` } } };
    const value = (template: unknown): Promise<unknown> => evaluate(template, states, variables);
    let leaving: Json = state;
    if (state.Type === 'Choice') {
      leaving = { Next: state.Default };
      for (const rule of state.Choices!.toReversed()) if (await value(rule.Condition)) leaving = rule;
    } else if (state.Type === 'Task') {
      const before = given.filter((g) => g.state === name).length;
      given.push({ state: name, payload: await value(state.Arguments!.Payload) });
      const known = answers[name] ?? [null];
      const answer = known[Math.min(before, known.length - 1)] as Json | null;
      if (answer && 'error' in answer) {
        states['errorOutput'] = { Error: answer['error'], Cause: answer['cause'] };
        leaving = state.Catch!.find((c) => c.ErrorEquals.includes(String(answer['error'])))!;
      } else states['result'] = waitsForAnswer(state) ? answer : { Payload: answer };
    } else if (state.Type === 'Wait') await value(state['Timestamp']);
    const [output, assigned] = [await value(leaving['Output']), await value(leaving['Assign'] ?? {})];
    current = leaving['Output'] === undefined ? (states['result'] ?? current) : output;
    Object.assign(variables, assigned);
    name = leaving['Next'] as string | undefined;
  }
  return { entered, given };
}

/** Throws when an expression yields nothing, as Step Functions does. */
async function evaluate(template: unknown, states: Json, variables: Json): Promise<unknown> {
  if (typeof template === 'string' && template.startsWith('{%')) {
    const expression = jsonata(template.slice(2, -2));
    expression.registerFunction('parse', (text: string) => JSON.parse(text) as unknown);
    const value: unknown = await expression.evaluate(null, { states, ...variables });
    if (value === undefined) throw new Error(`yields nothing: ${template}`);
    return value;
  }
  if (template === null || typeof template !== 'object') return template;
  const entries = Object.entries(template).map(
    async ([key, inner]) => [key, await evaluate(inner, states, variables)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}
