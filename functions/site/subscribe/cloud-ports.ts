/** What subscribing asks of the cloud, loaded by the first who subscribes. */
import { links } from '@gongkai/platform/aws/ports/links.ts';
import { mail } from '@gongkai/platform/aws/ports/mail.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import type { SubscribeDeps } from '../areas.ts';

export async function subscribePorts(): Promise<SubscribeDeps> {
  const place = withTable();
  return { ...place, ...mail(place), ...(await links(place)) };
}
