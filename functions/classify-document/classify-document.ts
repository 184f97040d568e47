/** Compares what the document says, what the department declared and what the catalogue prescribes. */
import { publicationInput } from '@gongkai/events/workflow.ts';
import { type Attribute, attributeName, attributes, markOf } from '@gongkai/domain/attribute.ts';
import { catalogueItem } from '@gongkai/domain/catalogue.ts';
import { type GovDocument, noteDocument, type Proposal } from '@gongkai/domain/document.ts';
import { system } from '@gongkai/domain/history.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { advance } from '../shared/step.ts';

export const createClassifyDocument =
  (deps: Pick<Deps, 'table' | 'clock'>) =>
  async (event: unknown): Promise<{ contradiction: boolean }> => {
    const document = await advance(deps, publicationInput.parse(event), (d) => {
      if (d.proposal) return d;
      const proposal = propose(d);
      return noteDocument(
        d,
        { at: deps.clock.now().toISOString(), actor: system, action: 'classified' },
        { proposal },
      );
    });
    return { contradiction: document.proposal?.contradiction ?? false };
  };

/** Agreement proposes; any contradiction proposes the most careful answer and says who says what. */
export function propose({ declared, metadata }: Pick<GovDocument, 'declared' | 'metadata'>): Proposal {
  const item = catalogueItem(declared.catalogueItem);
  const said: Attribute[] = [declared.attribute];
  const evidence = [`部门申报：${attributeName[declared.attribute]}`];
  if (metadata?.mark) {
    said.push(metadata.mark);
    evidence.push(`文中标注：${markOf[metadata.mark]}，即${attributeName[metadata.mark]}`);
  } else evidence.push('文中没有找到公开属性标注');
  if (item?.method) {
    said.push(item.method);
    evidence.push(`公开事项“${item.name}”规定：${attributeName[item.method]}`);
  } else evidence.push(`公开事项“${item?.name ?? declared.catalogueItem}”没有规定唯一的公开方式`);
  const contradiction = new Set(said).size > 1;
  if (contradiction) evidence.push('以上来源不一致，请审查人员核定');
  return { attribute: mostCareful(said), contradiction, evidence };
}

const mostCareful = (said: readonly Attribute[]): Attribute =>
  attributes[Math.max(...said.map((a) => attributes.indexOf(a)))]!;
