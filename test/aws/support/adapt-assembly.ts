/**
 * Makes a synthesised assembly fit for moto, whose CloudFormation trips over a KMS key with tags, and over secrets,
 * which it cannot create and we therefore create here. Nor does it mount file systems: the search index lies in a
 * folder of this machine.
 * `node test/aws/support/adapt-assembly.ts <cdk.out>`, against AWS_ENDPOINT_URL, before it is deployed.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';

const templateSchema = z.looseObject({
  Resources: z.record(
    z.string(),
    z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() }),
  ),
});

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('which assembly?');
const searchFolder = join(folder, '..', 'search');
mkdirSync(searchFolder, { recursive: true });
for (const name of readdirSync(folder).filter((file) => file.endsWith('.template.json')))
  await adapt(join(folder, name));

async function adapt(file: string): Promise<void> {
  const template = templateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const secrets = new Map<string, string>();
  for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
    if (Type === 'AWS::KMS::Key') delete Properties?.['Tags'];
    if (Type === 'AWS::Lambda::Function' && Properties) unmount(Properties);
    if (Type !== 'AWS::SecretsManager::Secret') continue;
    secrets.set(id, await createSecret(id));
    delete template.Resources[id];
  }
  const arnForRef = (_: string, value: unknown): unknown => secrets.get(refOf(value) ?? '') ?? value;
  writeFileSync(file, JSON.stringify(template, arnForRef, 1));
}

function unmount(properties: Record<string, unknown>): void {
  delete properties['VpcConfig'];
  delete properties['FileSystemConfigs'];
  const environment = z
    .object({ Variables: z.record(z.string(), z.unknown()) })
    .parse(properties['Environment']);
  if ('SEARCH_FOLDER' in environment.Variables) environment.Variables['SEARCH_FOLDER'] = searchFolder;
  properties['Environment'] = environment;
}

function refOf(value: unknown): string | undefined {
  const parsed = z.strictObject({ Ref: z.string() }).safeParse(value);
  return parsed.success ? parsed.data.Ref : undefined;
}

async function createSecret(Name: string): Promise<string> {
  const SecretString = randomBytes(32).toString('base64url');
  const { ARN } = await new SecretsManagerClient().send(new CreateSecretCommand({ Name, SecretString }));
  if (ARN === undefined) throw new Error(`no secret ${Name}`);
  return ARN;
}
