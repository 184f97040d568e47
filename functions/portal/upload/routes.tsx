import { NotAllowed, NotFound, WrongState } from '@gongkai/domain/errors.ts';
import { documentStateName } from '@gongkai/domain/document-state.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Membership } from '@gongkai/domain/organisation.ts';
import { Hono } from 'hono';
import * as z from 'zod';
import { itemChoice } from '../../shared/catalogue-choice.ts';
import { documents } from '../../shared/stores.ts';
import { base } from '../base.ts';
import { isJson, readBody } from '../body.ts';
import type { PortalContext, PortalDeps, PortalEnv } from '../env.ts';
import { FormRefused } from '../form-refused.ts';
import { Notice, PortalPage } from '../layout.tsx';
import { FilesPage } from './files-page.tsx';
import { FormPage, type FormPageProps } from './form-page.tsx';
import { readUploadLink } from './link.ts';
import { postingTyped } from './posting-form.ts';
import { postsFor, submitForm, type UploadForm } from './submit-form.ts';

interface Uploader {
  member: Membership;
  /** Set when the link, not a session, says who it is. */
  link?: string;
}

export function uploadRoutes(deps: PortalDeps): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();

  app.get(`${base}/upload`, async (c) => {
    const uploader = uploaderOf(deps, c, c.req.query('link'));
    if (!uploader) return refuse(c);
    const returned = await ownDocument(deps, uploader, c.req.query('document'));
    if (returned?.state === 'awaiting-upload') return c.redirect(filesPath(uploader, returned.id), 303);
    if (returned && returned.state !== 'returned')
      throw new WrongState(
        `文件现在的状态是“${documentStateName[returned.state]}”，只有退回的文件才能上传新版本。`,
        returned.state,
      );
    const items = await itemChoice(deps, uploader.member.department.id);
    const props = { c, uploader: uploader.member, items, link: uploader.link, returned };
    return c.html(<FormPage {...props} typed={returned ? typedBefore(returned) : {}} />);
  });

  app.post(`${base}/upload`, async (c) => {
    const body = await readBody(c);
    const uploader = uploaderOf(deps, c, body['link']);
    if (!uploader) return refuse(c);
    try {
      const { documentId, revision, posts } = await submitForm(deps, {
        person: uploader.member,
        form: body as UploadForm,
        // Checked by submitForm, which takes nothing on trust.
        files: isJson(c) ? ((body['files'] ?? []) as { name: string; size: number }[]) : undefined,
      });
      if (isJson(c))
        return c.json({ documentId, revision, posts, next: statusPath(uploader, documentId) }, 201);
      return c.redirect(filesPath(uploader, documentId), 303);
    } catch (error) {
      if (!(error instanceof FormRefused)) throw error;
      if (isJson(c)) return c.json({ error: error.message, fields: error.fields }, 400);
      const returned = await ownDocument(deps, uploader, body['document']);
      const { member, link } = uploader;
      const items = await itemChoice(deps, member.department.id);
      const props: FormPageProps = { c, uploader: member, items, link, returned };
      return c.html(<FormPage {...props} typed={body} errors={error.fields} />, 400);
    }
  });

  app.get(`${base}/upload/files`, async (c) => {
    const uploader = uploaderOf(deps, c, c.req.query('link'));
    if (!uploader) return refuse(c);
    const document = await ownDocument(deps, uploader, c.req.query('document'));
    if (!document) throw new NotFound('缺少文件编号。');
    const posts = document.state === 'awaiting-upload' ? await postsFor(deps, document) : [];
    const path = statusPath(uploader, document.id);
    return c.html(<FilesPage c={c} document={document} posts={posts} statusPath={path} />);
  });

  app.get(`${base}/upload/sent`, async (c) => {
    const uploader = uploaderOf(deps, c, c.req.query('link'));
    if (!uploader) return refuse(c);
    const document = await ownDocument(deps, uploader, c.req.query('document'));
    if (!document) throw new NotFound('缺少文件编号。');
    return c.html(<SentPage c={c} uploader={uploader} document={document} />);
  });

  return app;
}

function uploaderOf(deps: PortalDeps, c: PortalContext, link: unknown): Uploader | undefined {
  const me = c.get('me');
  if (me) return { member: me };
  if (typeof link !== 'string') return undefined;
  const member = readUploadLink(deps, c.get('organisation'), link);
  return member && { member, link };
}

/** Somebody without a session and without a good link. */
function refuse(c: PortalContext) {
  const { pathname, search, searchParams } = new URL(c.req.url);
  const tried = searchParams.has('link') || c.req.method === 'POST';
  if (!tried) return c.redirect(`${base}/sign-in?next=${encodeURIComponent(pathname + search)}`, 303);
  if (isJson(c)) return c.json({ error: '登录或上传链接已失效，请重新登录后再提交。' }, 401);
  return c.html(
    <PortalPage c={c} title="上传链接已失效">
      <div class="narrow">
        <h1>上传链接已失效</h1>
        <Notice kind="warning">
          <p>链接已经过期，或者地址没有复制完整。请登录后上传，或请管理员重新发送上传链接。</p>
        </Notice>
        <a class="button" href={`${base}/sign-in?next=${encodeURIComponent(`${base}/upload`)}`}>
          登录后上传
        </a>
      </div>
    </PortalPage>,
    410,
  );
}

const idSchema = z.string().regex(/^[a-z0-9]{1,40}$/);

async function ownDocument(
  deps: PortalDeps,
  { member }: Uploader,
  asked: unknown,
): Promise<GovDocument | undefined> {
  if (asked === undefined || asked === '') return undefined;
  const id = idSchema.safeParse(asked);
  if (!id.success) throw new NotFound('文件编号不正确。');
  const document = await documents(deps.table).need(id.data);
  if (document.department !== member.department.id) throw new NotAllowed('只能为本部门的文件上传新版本。');
  return document;
}

const typedBefore = ({ title, metadata, declared }: GovDocument): Record<string, string> => ({
  // A title that was read from the old file is read anew from the new one.
  title: title === metadata?.title ? '' : title,
  attribute: declared.attribute,
  ground: declared.ground ?? '',
  catalogueItem: declared.catalogueItem,
  needsInterpretation: declared.needsInterpretation ? 'yes' : 'no',
  ...postingTyped(declared.posting),
});

const filesPath = ({ link }: Uploader, id: string): string =>
  `${base}/upload/files?${new URLSearchParams({ document: id, ...(link && { link }) }).toString()}`;

/** The status page is for signed-in people; who came by a link gets a page that the link opens. */
const statusPath = ({ link }: Uploader, id: string): string =>
  link
    ? `${base}/upload/sent?${new URLSearchParams({ document: id, link }).toString()}`
    : `${base}/documents/${id}`;

const SentPage = ({
  c,
  uploader,
  document,
}: {
  c: PortalContext;
  uploader: Uploader;
  document: GovDocument;
}) => {
  const missing = document.files.filter((f) => !f.arrived).length;
  return (
    <PortalPage c={c} title="办理情况">
      <div class="narrow">
        <h1>{missing === 0 ? '文件已送达' : '文件还没有传完'}</h1>
        <Notice kind={missing === 0 ? 'success' : 'warning'}>
          <p>
            编号 {document.id}，{document.title || '标题将从文件中读取'}。现在的状态：
            {documentStateName[document.state]}。
          </p>
          {missing > 0 && (
            <p>
              还有 {missing} 个文件没有送达，<a href={filesPath(uploader, document.id)}>继续上传</a>。
            </p>
          )}
        </Notice>
        <p>以后的办理情况会发到您的邮箱，登录后也可以随时查看。</p>
        <a class="button" href={`${base}/documents/${document.id}`}>
          登录后查看
        </a>
      </div>
    </PortalPage>
  );
};
