import { expect, it } from 'vitest';
import { settingsSchema } from '@gongkai/domain/settings.ts';
import { createDeliver } from './deliver.ts';

it('says what is missing when mail should go by SMTP and no server is named', async () => {
  const SETTINGS = settingsSchema.parse({
    siteUrl: 'https://a.example',
    portalUrl: 'https://b.example/portal',
  });
  const deliver = createDeliver({ MAIL_TRANSPORT: 'smtp', SETTINGS });
  await expect(deliver({ id: 'm', to: 'a@b.example', subject: 's', text: 't' })).rejects.toThrow(
    'MAIL_SECRET_ARN',
  );
});
