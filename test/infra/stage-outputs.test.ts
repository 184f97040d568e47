import { describe, expect, it } from 'vitest';
import { variablesIn } from '@gongkai/cli/stage.ts';
import { environmentSchema } from '@gongkai/platform/aws/env.ts';
import { synthesised } from './synthesised.ts';

describe('the outputs of the publishing stack', () => {
  it.each(['demo', 'china'])('tell operations of stage %s all that functions are told', (stage) => {
    const { publishing } = synthesised(stage);
    const outputs = Object.keys(publishing.findOutputs('*')).map((OutputKey) => ({
      OutputKey,
      OutputValue: OutputKey,
    }));
    const told = variablesIn(outputs);
    const needed = Object.entries(environmentSchema.shape)
      .filter(([, schema]) => !schema.safeParse(undefined).success)
      .map(([name]) => name);
    expect(needed.length).toBeGreaterThan(5);
    expect(Object.keys(told)).toEqual(expect.arrayContaining([...needed, 'MAIL_TRANSPORT']));
    expect(told['MAIL_SECRET_ARN'] !== undefined).toBe(stage === 'china');
    expect(told['LINK_KEY_SECRET_ARN']).toBeUndefined();
  });
});
