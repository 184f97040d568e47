/** Subscribing by mail: the form, and the pages its mails lead to. */
import { renderMessagePage } from './article.tsx';
import { renderPage } from './layout.tsx';
import { href, openPath, subscribePath } from './paths.ts';
import { clean } from './text.ts';
import type { SiteView } from './views.ts';

/** Value of a choice: `site#site`, `column#policies`, `department#finance`, `item#budgets-0a1b2c3d`. */
export interface SubscribeForm {
  topic: string;
  word: string;
  email: string;
}

interface SubscribeView extends SubscribeForm {
  /** The item of the catalogue that is chosen, if one is. */
  item?: { id: string; name?: string | undefined } | undefined;
  /** What must be put right. */
  problem?: string;
}

const Choice = ({ value, name, chosen }: { value: string; name: string; chosen: string }) => (
  <option value={value} selected={value === chosen}>
    {name}
  </option>
);

const Topics = ({ site, form: { topic, item } }: { site: SiteView; form: SubscribeView }) => (
  <select id="topic" name="topic">
    <Choice value="site#site" name="全部公开信息" chosen={topic} />
    {item && (
      <optgroup label="公开事项">
        <Choice value={`item#${item.id}`} name={item.name ?? item.id} chosen={topic} />
      </optgroup>
    )}
    <optgroup label="栏目">
      {site.columns.map(({ id, name }) => (
        <Choice value={`column#${id}`} name={name} chosen={topic} />
      ))}
    </optgroup>
    <optgroup label="部门">
      {site.departments.map(({ id, name }) => (
        <Choice value={`department#${id}`} name={name} chosen={topic} />
      ))}
    </optgroup>
  </select>
);

export function renderSubscribePage(givenSite: SiteView, givenForm: SubscribeView): string {
  const [site, form] = [clean(givenSite), clean(givenForm)];
  return renderPage({
    site,
    title: form.problem === undefined ? '邮件订阅' : '邮件订阅：请改正',
    noindex: true,
    children: (
      <article class="prose">
        <h1>邮件订阅</h1>
        <p class="lead">
          有新公开、有效性变更或撤下的信息时，每天早上用一封邮件告诉您；没有更新就不发。每封邮件里都有退订链接，退订后邮箱地址随即删除。
        </p>
        {form.problem !== undefined && (
          <p role="alert" id="problem">
            <strong>{form.problem}</strong>
          </p>
        )}
        <form class="own-form" method="post" action={href(site, subscribePath)}>
          <p>
            <label for="topic">订阅范围</label>
            <Topics site={site} form={form} />
          </p>
          <p>
            <label for="word">关键词（可不填；填写后只通知全站中标题、摘要或文号含有它的信息）</label>
            <input id="word" name="word" value={form.word} maxlength={30} />
          </p>
          <p>
            <label for="email">电子邮箱</label>
            <input
              id="email"
              name="email"
              type="email"
              value={form.email}
              maxlength={200}
              autocomplete="email"
              required
              {...(form.problem === undefined ? {} : { 'aria-describedby': 'problem' })}
            />
          </p>
          <p>
            <button type="submit">发送确认邮件</button>
          </p>
        </form>
        <p>
          不想留下邮箱，也可以用<a href={href(site, openPath)}>订阅源</a>。
        </p>
      </article>
    ),
  });
}

/** Asks before anything is done: opening a link from a mail does nothing yet. */
export function renderSubscriptionQuestion(
  givenSite: SiteView,
  given: { title: string; topics: readonly string[]; path: string; action: string },
): string {
  const [site, question] = [clean(givenSite), clean(given)];
  return renderPage({
    site,
    title: question.title,
    noindex: true,
    children: (
      <article class="prose">
        <h1>{question.title}</h1>
        <ul>
          {question.topics.map((topic) => (
            <li>{topic}</li>
          ))}
        </ul>
        <form class="own-form" method="post" action={href(site, question.path)}>
          <button type="submit">{question.action}</button>
        </form>
      </article>
    ),
  });
}

export const renderConfirmationSentPage = (site: SiteView, hours: number): string =>
  renderMessagePage(
    site,
    '请查收确认邮件',
    `确认邮件已发往您填写的邮箱。请在 ${hours} 小时内打开其中的链接并点“确认订阅”；没有确认，就不会有订阅。`,
  );

export const renderSubscribedPage = (site: SiteView, topic: string): string =>
  renderMessagePage(site, '订阅成功', `您已订阅：${topic}。有更新的日子，早上会收到一封邮件。`);

export const renderStoppedPage = (site: SiteView): string =>
  renderMessagePage(site, '已经退订', '不再发送这些邮件，您的邮箱地址已随订阅删除。');

export const renderSpentSubscriptionPage = (site: SiteView): string =>
  renderMessagePage(site, '链接已失效', '确认链接只能使用一次，并且有时限。如果还没有确认，请重新订阅。');

export const renderSubscribeTooOftenPage = (site: SiteView): string =>
  renderMessagePage(site, '申请过于频繁', '请过一段时间再订阅。已经发出的确认邮件仍然有效。');

export const renderSubscribeClosedPage = (site: SiteView): string =>
  renderMessagePage(site, '邮件订阅暂停', '邮件订阅正在维护，请过几分钟再试。');
