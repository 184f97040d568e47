/** The two stacks of a stage: what must never be lost, and what can be deployed anew at any time. */
import { readFileSync } from 'node:fs';
import { App, Tags } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { DataStack } from './data-stack.ts';
import { type CodeOf, PublishingStack } from './publishing-stack.ts';
import type { Stage } from './stages.ts';

export function gongkai(
  app: App,
  stage: Stage,
  codeOf: CodeOf,
): { data: DataStack; publishing: PublishingStack } {
  const env = { region: stage.region };
  const data = new DataStack(app, `gongkai-${stage.name}-data`, {
    env,
    stage,
    terminationProtection: true,
    description: `${stage.county}: documents, tasks, files. Never delete.`,
  });
  const publishing = new PublishingStack(app, `gongkai-${stage.name}-publishing`, {
    env,
    stage,
    data,
    codeOf,
    description: `${stage.county}: functions, workflow, web.`,
  });
  Tags.of(app).add('gongkai:stage', stage.name);
  return { data, publishing };
}

/** For templates that nobody deploys: fast, and independent of the functions' sources. */
export const noCode: CodeOf = () => Code.fromInline('exports.handler = async () => {};');

/** An app with the feature flags of cdk.json, as the CLI would make it. */
export function appInMemory(): App {
  const cdkJson = readFileSync(new URL('../cdk.json', import.meta.url), 'utf8');
  const { context } = JSON.parse(cdkJson) as { context: Record<string, unknown> };
  return new App({ context, analyticsReporting: false });
}
