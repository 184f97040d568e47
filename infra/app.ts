/** `cdk synth` and `cdk deploy` start here; `-c stage=<name>` chooses a stage of cdk.json. */
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundleFunctions } from './bundling.ts';
import { gongkai } from './gongkai.ts';
import { stageFrom } from './stages.ts';

const app = new App();
gongkai(app, stageFrom(app.node), await bundleFunctions());
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
