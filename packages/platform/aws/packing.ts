/**
 * Values as DynamoDB keeps them. It charges for every started kilobyte of each write, and most of ours is names of
 * fields: deflated against a dictionary of these, a document's item is a quarter of its size.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** What lies in tables was packed with this very text: it never changes; another one gets another attribute. */
const dictionary = Buffer.from(
  [
    '"indexNumber":"990101-2026-0000","documentNumber":null,"issuer":"示范县人民政府办公室","writtenDate":"2026-',
    '"interpretationDue":{"withdrawal":{"at":"reason":"registeredAt":"reviewDate":"lastReassessment":"redactedHash":"',
    '{"kind":"interpretation","documentId":"form":"text","contact":"submitted","paragraphs":',
    '{"kind":"entry","id":"publication":{"path":"documents/.html","title":"关于做好工作的通知","department":"column":"policies"',
    '"publishedAt":"2026-","summary":"各乡镇人民政府，县政府各部门：","siteNumber":1,"columnNumber":1,"departmentNumber":1}',
    '"proposal":{"attribute":"public","contradiction":false,"evidence":["部门申报：主动公开","文中标注：（此件公开发布），即主动公开",',
    '"公开事项“政策文件”没有规定唯一的公开方式"]},"findings":{"block":0,"review":0,"note":0},"metadata":{"title":"mark":"public"}',
    '"declared":{"attribute":"public","ground":"catalogueItem":"policy-documents","needsInterpretation":false},',
    '"files":[{"name":"正文.txt","slot":0,"arrived":true,"size":"sha256":"type":"txt"},{"name":"附件.docx","slot":1,"arrived":false}],',
    '{"kind":"document","id":"version":"revision":1,"state":"awaiting-upload","received","in-review","published","withheld","on-request",',
    '"cuts":[],"dismissed":[{"finding":"f1","reason":"],"interpretations":[],"createdAt":"2026-","updatedAt":"2026-',
    '{"kind":"task","task":"confirm-attribute","secrecy-review","publication-review","state":"open","decided","subject":"title":"',
    '"role":"department-head","secrecy-officer","office-editor","clerk","department":"county-office","author":"-clerk",',
    '"due":{"date":"2026-","status":"final","calendarVersion":"rule":"from":"days":3},"attentionAt":"2026-T01:00:00.000Z",',
    '"remindersSent":0,"escalated":false,"links":[{"person":"hash":"linkRound":1,"token":"unanswered":false,"decidedAt":"2026-',
    '"decision":{"outcome":"approve","interpretationId":null,"actor":{"id":"-head","name":"负责人","role":"department-head"},',
    '"approvals":[{"kind":"confirm-attribute","taskId":"-1-confirm-attribute-1","actor":{"id":"',
    '"history":[{"at":"2026-T01:00:00.000Z","actor":{"id":"-clerk","name":"经办人","role":"clerk"},"action":"submit-form","to":"awaiting-upload","previous":"","hash":"',
    '"action":"file-arrived","upload-complete","read","classified","screened","published","opened","secrecy-review:approve","from":"open","to":"decided","reason":"第 1 个文件",',
    '},{"at":"2026-T01:00:00.000Z","actor":{"id":"system","name":"系统","role":"system"},"action":"contentHash":"","previous":"","hash":"',
  ].join(''),
);
/** Below this nothing is gained, and people can read it where it lies. */
const worthwhile = 400;

export interface Packed {
  value?: Record<string, unknown>;
  /** Raw deflate (RFC 1951) of the value's JSON, against the dictionary. */
  packed?: Uint8Array;
}

export function pack(value: Record<string, unknown>): Packed {
  const json = Buffer.from(JSON.stringify(value));
  return json.length < worthwhile ? { value } : { packed: deflateRawSync(json, { dictionary, level: 9 }) };
}

export const unpack = ({ value, packed }: Packed): Record<string, unknown> =>
  packed
    ? (JSON.parse(inflateRawSync(packed, { dictionary }).toString()) as Record<string, unknown>)
    : (value ?? {});
