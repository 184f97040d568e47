/** Both stacks of a stage as templates, without bundling any function. */
import { Template } from 'aws-cdk-lib/assertions';
import { appInMemory, gongkai, noCode } from '@gongkai/infra/gongkai.ts';
import { stageFrom } from '@gongkai/infra/stages.ts';

interface Resource {
  Type: string;
  DeletionPolicy?: string;
  Properties: Record<string, unknown>;
}
type Resources = Record<string, Resource>;

export function synthesised(stage: string) {
  const app = appInMemory();
  app.node.setContext('stage', stage);
  const { data, publishing } = gongkai(app, stageFrom(app.node), noCode);
  return {
    app,
    data: Template.fromStack(data),
    publishing: Template.fromStack(publishing),
    stack: publishing,
  };
}

export const resources = (template: Template, type: string): Resources =>
  template.findResources(type) as Resources;

/** A text of the template; what only the deployment knows stands for itself. */
export const asText = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : partsOf(value)
        .map((part) => (typeof part === 'string' ? part : 'arn:aws:any:one:here'))
        .join('');

export const partsOf = (value: unknown): unknown[] =>
  (value as { 'Fn::Join'?: [string, unknown[]] })['Fn::Join']?.[1] ?? [value];

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
}

/** What the role of a function may do: `action on resource`, names of exports in place of what they stand for. */
export function rightsOf(publishing: Template, id: string): string[] {
  const policies = Object.entries(resources(publishing, 'AWS::IAM::Policy'));
  const policy = policies.find(([logicalId]) => logicalId.startsWith(`${id}RoleDefaultPolicy`))?.[1];
  const { Statement } = (policy?.Properties['PolicyDocument'] ?? { Statement: [] }) as {
    Statement: Statement[];
  };
  return Statement.flatMap((s) =>
    [s.Action]
      .flat()
      .flatMap((action) => [s.Resource].flat().map((r) => `${action} on ${JSON.stringify(r)}`)),
  );
}
