/** Compares what the document says, what the department declared and what the catalogue prescribes. */
import { publicationInput } from '@gongkai/events/workflow.ts';
import { type Attribute, attributeName, attributes, isPublished, markOf } from '@gongkai/domain/attribute.ts';
import { prescribed } from '@gongkai/domain/catalogue-item.ts';
import { type GovDocument, noteDocument, type Proposal } from '@gongkai/domain/document.ts';
import { system } from '@gongkai/domain/history.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { Subject } from '../shared/catalogue.ts';
import { proposeItem } from '../shared/filed-under.ts';
import { advance, documentOf } from '../shared/step.ts';

export const createClassifyDocument =
  (deps: Pick<Deps, 'table' | 'files' | 'clock' | 'calendar'>) =>
  async (event: unknown): Promise<{ contradiction: boolean }> => {
    const step = publicationInput.parse(event);
    const { filed, subject } = await proposeItem(deps, await documentOf(deps, step));
    const document = await advance(deps, step, (d) => {
      if (d.proposal) return d;
      const proposal = propose(d, subject);
      return noteDocument(
        d,
        { at: deps.clock.now().toISOString(), actor: system, action: 'classified' },
        { proposal, ...(filed ? { filedUnder: filed } : {}) },
      );
    });
    return { contradiction: document.proposal?.contradiction ?? false };
  };

/** Agreement proposes; any contradiction proposes the most careful answer and says who says what. */
export function propose(
  { declared, metadata, contradictions = [] }: Pick<GovDocument, 'declared' | 'metadata' | 'contradictions'>,
  subject: Pick<Subject, 'name' | 'item'> | undefined,
): Proposal {
  const said: Attribute[] = [declared.attribute];
  const evidence = [`部门申报：${attributeName[declared.attribute]}`];
  if (metadata?.mark) {
    said.push(metadata.mark);
    evidence.push(`文中标注：${markOf[metadata.mark]}，即${attributeName[metadata.mark]}`);
  } else evidence.push('文中没有找到公开属性标注');
  const name = subject?.name ?? declared.catalogueItem;
  const method = subject?.item && prescribed(subject.item);
  if (method) evidence.push(`公开事项“${name}”规定：${attributeName[method]}`);
  else evidence.push(`公开事项“${name}”没有规定唯一的公开方式`);
  const contradiction =
    new Set(said).size > 1 ||
    contradictions.some((c) => c.code === 'mark-against-mark') ||
    (method !== undefined && !said.every((a) => satisfies(a, method)));
  // Others say nothing of the attribute, but whoever decides must have seen them.
  evidence.push(...contradictions.map((c) => c.sentence));
  return {
    attribute: mostCareful(method ? [...said, ...(isPublished(method) ? [] : [method])] : said),
    contradiction,
    evidence,
  };
}

/** 删减后公开 counts as 主动公开 (国办发〔2016〕80号). */
const satisfies = (attribute: Attribute, method: Attribute): boolean =>
  attribute === method || (isPublished(method) && isPublished(attribute));

const mostCareful = (said: readonly Attribute[]): Attribute =>
  attributes[Math.max(...said.map((a) => attributes.indexOf(a)))]!;
