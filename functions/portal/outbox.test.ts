import { describe, expect, it } from 'vitest';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { createApp } from './app.tsx';
import type { Trial } from './env.ts';
import { hours, signInAs, TestBrowser, testPlace } from './testing.ts';

const trialPlace = async () => {
  const advanced: string[] = [];
  const outbox: Awaited<ReturnType<Trial['outbox']>> = [];
  const trial: Trial = {
    outbox: () => Promise.resolve(outbox),
    advance: (duration) => {
      if (!/^\d+[hd]$/.test(duration)) throw new InputRefused('时长的写法不对。');
      advanced.push(duration);
      made.wait(hours(24));
      return Promise.resolve('');
    },
  };
  const made = await testPlace({ trial });
  return { ...made, app: createApp(made.deps), advanced, outbox };
};

describe('the outbox', () => {
  it('is absent outside trial mode, and so is the clock', async () => {
    const made = await testPlace();
    const app = createApp(made.deps);
    const browser = new TestBrowser(app);
    expect((await browser.get('/portal/outbox')).status).toBe(404);
    expect((await browser.post('/portal/clock', { duration: '1d' })).status).toBe(404);
    expect(await (await browser.get('/portal/sign-in')).text()).not.toContain('发件箱');
  });

  it('shows everybody the mails, with links to follow and everything else as text', async () => {
    const { app, outbox } = await trialPlace();
    const sentAt = '2026-03-02T01:00:00.000Z';
    const text = '请打开：\nhttps://county.example/portal/t/1/abc\n<script>';
    outbox.push({ id: '1', to: 'a@b.example', subject: '任务', text, sentAt });
    const html = await (await new TestBrowser(app).get('/portal/outbox')).text();
    expect(html).toContain('<a href="https://county.example/portal/t/1/abc">');
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('2026-03-02 09:00');
  });
});

describe('the clock', () => {
  it('moves on, and whoever moved it stays signed in', async () => {
    const made = await trialPlace();
    const browser = await signInAs(made, made.app, 'clerk');
    const answer = await browser.post('/portal/clock', { duration: '1d' });
    expect(answer.headers.get('location')).toBe('/portal/outbox?moved');
    expect(made.advanced).toEqual(['1d']);
    expect((await browser.get('/portal/upload')).status).toBe(200);
  });

  it('says what is wrong with a duration', async () => {
    const made = await trialPlace();
    const answer = await new TestBrowser(made.app).post('/portal/clock', { duration: 'soon' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('时长的写法不对');
  });

  it('is not moved by another site', async () => {
    const made = await trialPlace();
    const answer = await new TestBrowser(made.app).send('/portal/clock', {
      body: new URLSearchParams({ duration: '1d' }),
      headers: { origin: 'https://evil.example' },
    });
    expect(answer.status).toBe(403);
    expect(made.advanced).toEqual([]);
  });
});
