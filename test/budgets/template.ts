/** What the synthesised template says of the functions: memory, environment, how often the clock runs them. */
import { type FunctionName, functionNames } from '@gongkai/infra/constructs/function-names.ts';
import { asText, resources, synthesised } from '../infra/synthesised.ts';

export interface DeployedFunction {
  memoryGb: number;
  /** What only the deployment knows is any ARN. */
  environment: Record<string, string>;
  runsPerYear: number;
}
export type Deployed = Record<FunctionName, DeployedFunction>;

interface FunctionProperties {
  FunctionName: string;
  MemorySize: number;
  Environment: { Variables: Record<string, unknown> };
}
interface ScheduleProperties {
  ScheduleExpression: string;
  Target: { Arn: { 'Fn::GetAtt': [string, string] } };
}

export function deployed(): Deployed {
  const { publishing } = synthesised('demo');
  const functions = Object.entries(resources(publishing, 'AWS::Lambda::Function')).map(
    ([id, { Properties }]) => ({ id, properties: Properties as unknown as FunctionProperties }),
  );
  const schedules = Object.values(resources(publishing, 'AWS::Scheduler::Schedule')).map(
    ({ Properties }) => Properties as unknown as ScheduleProperties,
  );
  const find = (name: FunctionName): DeployedFunction => {
    const { id, properties } = functions.find((f) => f.properties.FunctionName.endsWith(`-${name}`))!;
    const mine = schedules.filter((s) => s.Target.Arn['Fn::GetAtt'][0] === id);
    return {
      memoryGb: properties.MemorySize / 1024,
      environment: Object.fromEntries(
        Object.entries(properties.Environment.Variables).map(([key, value]) => [key, asText(value)]),
      ),
      runsPerYear: mine.reduce((sum, s) => sum + runsPerYear(s.ScheduleExpression), 0),
    };
  };
  return Object.fromEntries(functionNames.map((name) => [name, find(name)])) as Deployed;
}

/** `cron(0/15 * * * ? *)`, `cron(20 1,4 * * ? *)`: a minute, or every so many, of every hour or of some hours. */
function runsPerYear(expression: string): number {
  const parts = /^cron\(\d+(?:\/(\d+))? (\*|\d+(?:,\d+)*) \* \* \? \*\)$/.exec(expression);
  if (!parts) throw new Error(`how often is ${expression}?`);
  const [, everyMinutes, hours] = parts;
  const perHour = everyMinutes === undefined ? 1 : 60 / Number(everyMinutes);
  return perHour * (hours === '*' ? 24 : hours!.split(',').length) * 365;
}
