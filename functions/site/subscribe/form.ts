/** What the form asks for. Messages are for people and say what to do. */
import { InputRefused } from '@gongkai/domain/errors.ts';
import { type Topic, topicSchema } from '@gongkai/domain/subscription.ts';
import type { SubscribeForm } from '@gongkai/pages/subscribe-pages.tsx';
import type { SiteView } from '@gongkai/pages/views.ts';
import { checkMail } from '@gongkai/platform/mail-message.ts';
import type { Files } from '@gongkai/platform/ports.ts';
import * as z from 'zod';
import { itemTopic, topicName } from '../../shared/topics.ts';

const text = z.string().trim().catch('');
const formSchema = z.object({ topic: text, word: text, email: text });
export const readForm = (body: unknown): SubscribeForm => formSchema.parse(body);

/** The form with what the link beside a list says. */
export function formFor({ column, department, item, word }: Record<string, string>): SubscribeForm {
  const topic = item
    ? `item#${item}`
    : column
      ? `column#${column}`
      : department
        ? `department#${department}`
        : 'site#site';
  return { topic, word: (word ?? '').slice(0, 30), email: '' };
}

/** The item that a form has chosen. The form offers no other: a county has thousands. */
export async function itemOf(
  files: Pick<Files, 'get'>,
  { topic }: SubscribeForm,
): Promise<Topic | undefined> {
  const [kind, id] = topic.split('#', 2);
  return kind === 'item' ? itemTopic(files, id ?? '') : undefined;
}

const emailSchema = z.email().max(200).toLowerCase();
/** Without what makes an address: the word stands in a mail to somebody who may not have asked for it. */
const wordSchema = z
  .string()
  .normalize('NFKC')
  .min(2)
  .max(30)
  .regex(/^[\p{L}\p{N}\p{M} ()〔〕《》“”、·—-]+$/u);

/** `item` is what {@link itemOf} answers. Throws {@link InputRefused}. */
export function parseForm(
  site: SiteView,
  form: SubscribeForm,
  item: Topic | undefined,
): { email: string; topic: Topic } {
  const email = emailSchema.safeParse(form.email);
  if (!email.success) throw new InputRefused('请填写正确的电子邮箱，例如 name@example.com。');
  checkMail({ to: email.data });
  return { email: email.data, topic: topicOf(site, form, item) };
}

const listTopicSchema = topicSchema.extend({ kind: z.enum(['site', 'column', 'department']) });

function topicOf(site: SiteView, { topic, word }: SubscribeForm, item: Topic | undefined): Topic {
  if (word !== '') {
    const parsed = wordSchema.safeParse(word);
    if (!parsed.success)
      throw new InputRefused('关键词请填 2 至 30 个字，只用文字、数字和括号、书名号等，不能是网址。');
    return { kind: 'word', id: parsed.data };
  }
  if (item) return item;
  const [kind, id] = topic.split('#', 2);
  const parsed = listTopicSchema.safeParse({ kind, id });
  if (!parsed.success || topicName(site, parsed.data) === undefined)
    throw new InputRefused('请从列表中选择订阅范围。');
  return parsed.data;
}
