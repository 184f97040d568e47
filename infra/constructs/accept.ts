/** A finding of cdk-nag that is accepted here, with the reason: synth fails on every other. */
import { Stack, Validations } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

export const accept = (construct: IConstruct, id: string, reason: string): void => {
  Validations.of(construct).acknowledge({ id, reason });
};

const reasons: readonly (readonly [ending: string, reason: string])[] = [
  ['/index/*', 'The indexes of the one table.'],
  ['-??????', 'The six characters Secrets Manager ends the name of the one secret with.'],
  ['/search/*', 'The search entries among the records.'],
  ['/departments/*/profile.html', 'The profiles of departments that are gone.'],
  ['/*', 'The objects of the one bucket.'],
];

/** Stars in these statements, where they end a resource the product knows; any other still fails synth. */
export function acceptStars(role: IConstruct, statements: readonly PolicyStatement[]): void {
  const resources = statements
    .flatMap((s) => s.resources)
    .map((r) => asCdkNagPrints(Stack.of(role).resolve(r)));
  for (const resource of new Set(resources)) {
    const reason = reasons.find(([ending]) => resource.endsWith(ending))?.[1];
    if (reason && resource.includes(':')) accept(role, `AwsSolutions-IAM5[Resource::${resource}]`, reason);
  }
}

function asCdkNagPrints(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[name, inner] = ['', '']] = Object.entries(value as Record<string, unknown>);
  if (name === 'Fn::Join') return (inner as [string, unknown[]])[1].map(asCdkNagPrints).join('');
  if (name === 'Fn::GetAtt') return `<${(inner as string[]).join('.')}>`;
  return name === 'Ref' ? `<${String(inner)}>` : asCdkNagPrints(inner);
}
