/** The way of a plain public document through the synthesised machine. */
import type { FunctionName } from '@gongkai/infra/constructs/function-names.ts';
import { synthesisedMachines } from '@gongkai/infra/machines.ts';
import { type Definition, walk } from '../infra/walk.ts';

const approved = [{ taskId: 't', outcome: 'approve', attribute: 'public', interpretationId: null }];

/** `transitions`: what Step Functions charges for, the start included. `calls`: the functions in order. */
export async function plainWalk(): Promise<{ transitions: number; calls: FunctionName[] }> {
  const definition = synthesisedMachines().publication as Definition;
  const { entered, given } = await walk(
    definition,
    { documentId: 'd1', revision: 1 },
    {
      'Read the document': [{ outcome: 'read' }],
      'Department head confirms the attribute': approved,
      'Secrecy officer reviews': approved,
      'Office reviews for publication': approved,
      'Publish the document': [{ needsInterpretation: false, followUpAt: '2026-11-24T01:00:00Z' }],
    },
  );
  if (entered.at(-1) !== 'Published') throw new Error(`a plain document ends in ${entered.at(-1)}`);
  return {
    transitions: entered.length + 1,
    calls: given.map((g) => definition.States[g.state]!.Arguments!.FunctionName as FunctionName),
  };
}
