/** What a document says about itself, and where each piece was found. */
import { chineseDate } from '@gongkai/calendar/local-date.ts';
import { type Attribute, attributeName, type Ground, grounds, markOf } from '@gongkai/domain/attribute.ts';
import { statutoryWorkingDays } from '@gongkai/domain/catalogue-limit.ts';
import type { FiledUnder, GovDocument } from '@gongkai/domain/document.ts';
import type { Candidate, Particulars } from '@gongkai/domain/particulars.ts';
import type { Organisation } from '@gongkai/domain/organisation.ts';
import type { Child } from 'hono/jsx';
import type { Text } from '../../shared/text-file.ts';
import { Notice } from '../layout.tsx';

export const attributeText = (attribute: Attribute, ground?: Ground): string =>
  ground === undefined ? attributeName[attribute] : `${attributeName[attribute]}（${grounds[ground]}）`;

export const DocumentFacts = ({
  document,
  text,
  organisation,
}: {
  document: GovDocument;
  text?: Text | undefined;
  organisation: Organisation;
}) => {
  const { metadata, declared } = document;
  const department = organisation.departmentName(document.department);
  const author = organisation.personName(document.author);
  const read = (name: string, key: string, value: Child) => (
    <Fact name={name} where={text?.found[key]?.where}>
      {value}
    </Fact>
  );
  return (
    <dl class="facts paired">
      <Fact name="目前的公开属性">
        <strong>{attributeText(document.attribute, document.ground)}</strong>
      </Fact>
      {metadata && (
        <>
          {read('文中标题', 'title', metadata.title)}
          {read('发文字号', 'documentNumber', metadata.documentNumber)}
          {read('发文机关', 'issuer', metadata.issuer)}
          {read('成文日期', 'writtenDate', metadata.writtenDate && chineseDate(metadata.writtenDate))}
          {read('公开标注', 'mark', metadata.mark && markOf[metadata.mark])}
        </>
      )}
      {text?.particulars && <ParticularFacts particulars={text.particulars} />}
      <Fact name="提交">
        {department} {author}
        {document.revision > 1 && `（第 ${document.revision} 版）`}
      </Fact>
      {document.filedUnder && <FiledUnderFacts filed={document.filedUnder} />}
      <Fact name="部门申报">{attributeText(declared.attribute, declared.ground)}</Fact>
      {declared.posting && (
        <Fact name="公示名单">
          公示至 {chineseDate(declared.posting.until)}，期满自动撤下
          <span class="where">依据：{declared.posting.ground}</span>
        </Fact>
      )}
      <Fact name="需要解读">{declared.needsInterpretation ? '是' : '否'}</Fact>
    </dl>
  );
};

/** Only what the document has: a letter without a copy line lacks nothing. */
const ParticularFacts = ({ particulars: p }: { particulars: Particulars }) => {
  const printed = p.printed?.value;
  const rows: [name: string, value: string | undefined][] = [
    ['文种', p.kind?.value],
    ['主送机关', p.addressees?.value.join('，')],
    ['签发人', p.signers?.value.join('、')],
    ['紧急程度', p.urgency?.value],
    ['转发或印发', p.forwards?.value],
    ...p.attachments.map((a, i): [string, string] => [
      `附件 ${i + 1}`,
      `${a.value}${a.inText ? '（在文中）' : ''}`,
    ]),
    ['抄送机关', p.copiedTo?.value.join('，')],
    ['印发', [printed?.by, printed?.date && chineseDate(printed.date)].filter(Boolean).join(' ')],
    ['主题分类建议', p.subjects[0] && proposed(p.subjects[0])],
    ['领域建议', p.fields.map(proposed).join('；')],
  ];
  return <>{rows.map(([name, value]) => value && <Fact name={name}>{value}</Fact>)}</>;
};

const proposed = ({ name, because }: Candidate): string =>
  because.length === 0 ? name : `${name}（${because.join('、')}）`;

const limitText = ({ limit }: FiledUnder): string =>
  limit === undefined
    ? `条例第二十六条：形成之日起 ${statutoryWorkingDays} 个工作日内`
    : `公开事项规定“${limit}”`;

const FiledUnderFacts = ({ filed }: { filed: FiledUnder }) => (
  <>
    <Fact name="公开事项">
      {filed.name}
      {filed.reason !== undefined && <span class="where">依据：{filed.reason}</span>}
    </Fact>
    <Fact name="公开期限">
      {chineseDate(filed.due.date)}
      {filed.due.status === 'provisional' && '（暂定）'}
      <span class="where">{limitText(filed)}</span>
    </Fact>
  </>
);

const Fact = ({ name, where, children }: { name: string; where?: string | undefined; children: Child }) => (
  <>
    <dt>{name}</dt>
    <dd>
      {children ?? <span class="quiet">没有找到</span>}
      {where !== undefined && where !== children && <span class="where">原文：{where}</span>}
    </dd>
  </>
);

/** What mark, declaration and catalogue say; loud when they disagree and nobody has settled it yet. */
export const Evidence = ({ document }: { document: GovDocument }) => {
  const { proposal } = document;
  if (!proposal) return null;
  const settledBy = document.approvals.find((a) => a.kind === 'confirm-attribute')?.actor.name;
  return (
    <Notice kind={proposal.contradiction || document.contradictions?.length ? 'warning' : 'info'}>
      <p>
        {!proposal.contradiction ? (
          <>系统建议：{attributeName[proposal.attribute]}</>
        ) : settledBy === undefined ? (
          <strong>公开属性的各个来源不一致，请您核定：</strong>
        ) : (
          <>
            公开属性的各个来源不一致，{settledBy}已核定为“{attributeName[document.attribute]}”，请复核：
          </>
        )}
      </p>
      <ul>
        {proposal.evidence.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
};
