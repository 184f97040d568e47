/** What subscribing asks of the cloud, loaded by the first who subscribes. */
import { links } from '@gongkai/platform/aws/ports/links.ts';
import { mail } from '@gongkai/platform/aws/ports/mail.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import type { SubscribeDeps } from '../areas.ts';

let opened: SubscribeDeps | undefined;

/** The same for every request; what could not be opened is tried again by the next. */
export async function subscribePorts(): Promise<SubscribeDeps> {
  if (opened) return opened;
  const place = withTable();
  opened = { ...place, ...mail(place), ...(await links(place)) };
  return opened;
}
