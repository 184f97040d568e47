import { App } from 'aws-cdk-lib';
import { describe, expect, test } from 'vitest';
import { parseStage, settingsOf, stageFrom } from '@gongkai/infra/stages.ts';

const stages = {
  one: {
    region: 'us-east-1',
    siteUrl: 'https://www.county.example',
    portalUrl: 'https://portal.county.example/portal',
    county: '甲县',
    mail: { transport: 'ses', from: 'gongkai@county.example' },
    settings: { interpretWithin: 2 },
  },
};
const nodeWith = (context: Record<string, unknown>) => new App({ context: { stages, ...context } }).node;

describe('a stage', () => {
  test('comes from the context, with single values replaced', () => {
    const stage = stageFrom(nodeWith({ stage: 'one', followUpSeconds: '5', useCloudFront: 'true' }));
    expect(stage).toMatchObject({ name: 'one', county: '甲县', followUpSeconds: 5, useCloudFront: true });
  });

  test('gives the functions their settings', () => {
    const settings = settingsOf(stageFrom(nodeWith({ stage: 'one', followUpSeconds: '5' })));
    expect(settings).toMatchObject({
      county: '甲县',
      siteUrl: 'https://www.county.example',
      mailFrom: 'gongkai@county.example',
      interpretWithin: 2,
      followUp: { afterSeconds: 5, afterWorkingDays: 1 },
    });
  });

  test('that is not there is refused with those that are', () => {
    expect(() => stageFrom(nodeWith({ stage: 'two' }))).toThrow('No stage "two"; cdk.json has one.');
  });

  test('is refused when something is missing or odd, all at once', () => {
    const odd = { ...stages.one, name: 'One!', siteUrl: 'nowhere' };
    expect(() => parseStage(odd)).toThrow(/siteUrl[\s\S]*name|name[\s\S]*siteUrl/);
  });

  test('in China cannot use SES, which is not there', () => {
    expect(() => parseStage({ ...stages.one, name: 'one', region: 'cn-north-1' })).toThrow('use smtp');
  });
});
