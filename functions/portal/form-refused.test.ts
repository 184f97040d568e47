import { expect, it } from 'vitest';
import { FormRefused } from './form-refused.ts';

it('is one sentence, whether its parts are sentences or not', () => {
  const { message } = new FormRefused({ title: '标题太长，请缩短。', item: '请选择公开事项' });
  expect(message).toBe('请检查以下内容：标题太长，请缩短；请选择公开事项。');
});
