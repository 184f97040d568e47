/** What the people of the demo decide. One document is opened to the public a year on. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import { officialDocuments } from './demo-documents.ts';
import type { Script } from './driver.ts';

const approve = { outcome: 'approve' } as const;

/** A refused document has lost its name: there is one. */
export const sourceOf = (document: GovDocument): string | undefined =>
  document.state === 'refused'
    ? 'secret-paper'
    : officialDocuments.find(
        (o) => o.fileName === document.files[0]?.name && o.declared.department === document.department,
      )?.id;

export const demoScript: Script = (task, document, findings) => {
  switch (task.task) {
    case 'confirm-attribute':
      return confirm(document);
    case 'secrecy-review':
      return document.attribute === 'redacted' ? { ...approve, cuts: personal(findings) } : approve;
    case 'publication-review':
    case 'approve-redaction':
    case 'review-interpretation':
      return approve;
    case 'interpret':
      return { outcome: 'submit', interpretation: interpretationOf(document) };
    case 'reassess':
      return reassess(document);
    case 'recheck':
      return { outcome: 'withdraw', reason: '含有不应公开的个人信息。' };
    default:
      return task.task satisfies never;
  }
};

/** Everything about persons goes; telephones of offices stay. */
const personal = (findings: Parameters<Script>[2]): string[] =>
  findings
    .filter((f) => f.severity !== 'note' && f.kind !== 'landline' && f.kind !== 'person-list')
    .map((f) => f.id);

/** The mark says public, the text is full of personal data: the head settles for a redacted copy. */
function confirm(document: GovDocument): ReturnType<Script> {
  if (!document.proposal?.contradiction) return approve;
  return { ...approve, attribute: 'redacted', ground: 'third-party', reason: '名单含个人隐私，删减后公开。' };
}

function reassess(document: GovDocument): ReturnType<Script> {
  return sourceOf(document) === 'approval-reply'
    ? { outcome: 'release', reason: '项目已经完工，公开不再影响第三方。' }
    : { outcome: 'keep', reason: '仍属内部请示事项，继续不予公开。', ground: 'process-information' };
}

const interpretationOf = (document: GovDocument) => ({
  title: `《${document.title}》解读`.slice(0, 200),
  form: 'qa' as const,
  text: [
    '问：为什么出台这份文件？',
    '答：为了让符合条件的群众及时、足额、方便地享受政策。',
    '问：谁可以申请？',
    '答：文件第一部分写明了对象和标准，符合条件的本县居民都可以申请。',
    '问：到哪里办、多长时间办完？',
    '答：到户籍所在地的村（社区）提出，乡镇、街道在5个工作日内完成核对。',
  ].join('\n'),
  contact: '解读单位：民政局，咨询电话：0990-1234567',
});
