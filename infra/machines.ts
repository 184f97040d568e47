/** The definitions exactly as synthesised, for who executes them without AWS. */
import * as z from 'zod';
import { functionNames } from './constructs/function-names.ts';
import { machineNames, type MachineName } from './constructs/rights.ts';
import { appInMemory, gongkai, noCode } from './gongkai.ts';
import { parseStage } from './stages.ts';

const anywhere = parseStage({
  name: 'local',
  region: 'us-east-1',
  siteUrl: 'https://site.example',
  portalUrl: 'https://portal.example/portal',
  county: '示范县',
  mail: { transport: 'smtp', from: 'gongkai@example.com', secretName: 'mail-server' },
});

const joinSchema = z.object({
  'Fn::Join': z.tuple([
    z.literal(''),
    z.array(
      z.union([
        z.string(),
        z.object({ Ref: z.literal('AWS::Partition') }),
        z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
      ]),
    ),
  ]),
});
type Part = z.infer<typeof joinSchema>['Fn::Join'][1][number];

/** As in the template, but every function stands under its plain name, e.g. `read-document`. */
export function synthesisedMachines(): Record<MachineName, object> {
  const { publishing } = gongkai(appInMemory(), anywhere, noCode);
  const nameOf = new Map(
    functionNames.map((name) => [
      publishing.getLogicalId(publishing.functions[name].node.defaultChild as never),
      name,
    ]),
  );
  const plain = (part: Part): string =>
    typeof part === 'string' ? part : 'Ref' in part ? 'aws' : nameOf.get(part['Fn::GetAtt'][0])!;
  const definition = (machine: MachineName): object => {
    const resource = publishing.machines[machine].stateMachine.node.defaultChild;
    const { definitionString } = resource as unknown as { definitionString: unknown };
    const { 'Fn::Join': join } = joinSchema.parse(publishing.resolve(definitionString));
    return JSON.parse(join[1].map(plain).join('')) as object;
  };
  return Object.fromEntries(machineNames.map((name) => [name, definition(name)])) as Record<
    MachineName,
    object
  >;
}
