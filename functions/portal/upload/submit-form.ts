/** From a checked form to a document that waits for its files, and the signed posts that bring them. */
import { randomBytes } from 'node:crypto';
import { localDate } from '@gongkai/calendar/local-date.ts';
import { inboxKey } from '@gongkai/events/upload.ts';
import { type DocumentFile, type GovDocument, moveDocument } from '@gongkai/domain/document.ts';
import { maxFileBytes } from '@gongkai/domain/uploads.ts';
import { NotAllowed, TryLater } from '@gongkai/domain/errors.ts';
import { append } from '@gongkai/domain/history.ts';
import { actorOf, type Membership } from '@gongkai/domain/organisation.ts';
import type { Posting } from '@gongkai/domain/posting.ts';
import type { PresignedPost } from '@gongkai/platform/ports.ts';
import type * as z from 'zod';
import { subjectOf } from '../../shared/catalogue.ts';
import { documents } from '../../shared/stores.ts';
import type { PortalDeps } from '../env.ts';
import { FormRefused } from '../form-refused.ts';
import { check, filesSchema, uploadFormSchema } from './form.ts';
import { type PostingForm, postingFormSchema } from './posting-form.ts';

export type UploadForm = z.input<typeof uploadFormSchema> & PostingForm;

type Needed = Pick<PortalDeps, 'table' | 'files' | 'clock'>;
type Checked = z.output<typeof uploadFormSchema> & { posting?: Posting };
const postHours = 1;

export interface Submission {
  person: Membership;
  form: UploadForm;
  /** The document first, then its attachments. Absent: `form.attachments` tells how many slots there are. */
  files?: readonly { name: string; size: number }[] | undefined;
}

export interface Submitted {
  documentId: string;
  revision: number;
  /** One per file, in order; good for an hour. */
  posts: PresignedPost[];
}

/** Throws {@link FormRefused} with a message for every wrong field; then nothing was stored. */
export async function submitForm(deps: Needed, { person, form, files }: Submission): Promise<Submitted> {
  const { checked, slots } = await checkAll(deps, form, files);
  const document = checked.document
    ? await openRevision(deps, person, checked, slots)
    : await create(deps, person, checked, slots);
  const posts = await postsFor(deps, document);
  return { documentId: document.id, revision: document.revision, posts: posts.map((p) => p.post) };
}

/** Signed posts for the files that have not arrived yet. */
export const postsFor = (
  deps: Needed,
  document: GovDocument,
): Promise<{ file: DocumentFile; post: PresignedPost }[]> =>
  Promise.all(
    document.files
      .filter((file) => !file.arrived)
      .map(async (file) => ({
        file,
        post: await deps.files.presignPost({
          key: inboxKey(document.id, document.revision, file.slot),
          minBytes: 1,
          maxBytes: maxFileBytes,
          expiresAt: new Date(deps.clock.now().getTime() + postHours * 3_600_000),
        }),
      })),
  );

/** Both parts are looked at before anything is told, so that one answer names everything. */
async function checkAll(
  deps: Needed,
  form: unknown,
  files: unknown,
): Promise<{ checked: Checked; slots: DocumentFile[] }> {
  const refused: Record<string, string> = {};
  const attempt = <T>(step: () => T): T | undefined => {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof FormRefused)) throw error;
      Object.assign(refused, error.fields);
      return undefined;
    }
  };
  const checked = attempt(() => check(uploadFormSchema, form));
  const posted = attempt(() => check(postingFormSchema(localDate(deps.clock.now())), form));
  const named = files === undefined ? undefined : attempt(() => check(filesSchema, files, 'files'));
  if (checked && !(await subjectOf(deps, checked.catalogueItem)))
    refused['catalogueItem'] = '请从列表中选择公开事项';
  if (!checked || !posted || Object.keys(refused).length > 0) throw new FormRefused(refused);
  const unnamed = Array.from({ length: 1 + checked.attachments }, (_, i) => ({
    name: i === 0 ? '正文' : `附件${i}`,
  }));
  return {
    checked: { ...checked, ...posted },
    slots: (named ?? unnamed).map((f, slot) => Object.assign(f, { slot, arrived: false })),
  };
}

const declared = ({ attribute, ground, catalogueItem, needsInterpretation, posting }: Checked) => ({
  attribute,
  ...(ground && { ground }),
  catalogueItem,
  needsInterpretation,
  ...(posting && { posting }),
});

async function create(
  deps: Needed,
  person: Membership,
  form: Checked,
  files: DocumentFile[],
): Promise<GovDocument> {
  const at = deps.clock.now().toISOString();
  const { value, created } = await documents(deps.table).createOnce({
    kind: 'document',
    id: shortId(),
    version: 0,
    revision: 1,
    state: 'awaiting-upload',
    department: person.department.id,
    author: person.person.id,
    title: form.title,
    declared: declared(form),
    files,
    attribute: form.attribute,
    ...(form.ground && { ground: form.ground }),
    approvals: [],
    cuts: [],
    dismissed: [],
    interpretations: [],
    createdAt: at,
    updatedAt: at,
    history: append([], {
      at,
      actor: actorOf(person, 'clerk', ...person.person.roles),
      action: 'submit-form',
      to: 'awaiting-upload',
    }),
  });
  if (!created) throw new TryLater('编号重复，请再提交一次。');
  return value;
}

/** A returned document starts over: nothing that was read, found or approved of the old files counts any more. */
async function openRevision(
  deps: Needed,
  person: Membership,
  form: Checked,
  files: DocumentFile[],
): Promise<GovDocument> {
  const at = deps.clock.now().toISOString();
  return documents(deps.table).update(form.document!, (document) => {
    if (document.department !== person.department.id) throw new NotAllowed('只能为本部门的文件上传新版本。');
    const {
      contentHash: _,
      metadata: _m,
      proposal: _p,
      findings: _f,
      redactedHash: _r,
      filedUnder: _i,
      ground: _g,
      ...kept
    } = document;
    return moveDocument(
      kept,
      'awaiting-upload',
      {
        at,
        actor: actorOf(person, 'clerk', ...person.person.roles),
        action: 'submit-form',
        reason: `第 ${document.revision + 1} 版`,
      },
      {
        revision: document.revision + 1,
        author: person.person.id,
        title: form.title,
        declared: declared(form),
        attribute: form.attribute,
        ...(form.ground && { ground: form.ground }),
        files,
        approvals: [],
        cuts: [],
        dismissed: [],
      },
    );
  });
}

/** 65 random bits in letters and digits that cannot be misread: fits keys, execution names and addresses. */
function shortId(): string {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
  return [...randomBytes(13)].map((byte) => alphabet[byte % 32]).join('');
}
