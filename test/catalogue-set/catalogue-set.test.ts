import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { templates } from './templates.ts';

describe('templates as different offices fill them', () => {
  it.each(templates.map((t) => [t.fileName, t.about, t] as const))('%s：%s', (_name, _about, template) => {
    const { rows, right, extra, differences } = check(template);
    expect({ right, extra, differences }).toEqual({ right: rows, extra: 0, differences: [] });
  });
});
