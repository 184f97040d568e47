import { chineseDate, localMinute } from '@gongkai/calendar/local-date.ts';
import { type Corrections, correctableName } from '@gongkai/domain/correction.ts';
import type { Decision } from '@gongkai/domain/task.ts';
import { attributeText } from '../documents/facts.tsx';
import { nameOfActor } from '../documents/history.tsx';
import type { PortalContext } from '../env.ts';
import type { TaskView } from './task-view.ts';
import { outcomeName } from './words.ts';

export const DecisionFacts = ({
  c,
  view,
  decision,
}: {
  c: PortalContext;
  view: TaskView;
  decision: Decision;
}) => (
  <dl class="facts">
    <dt>意见</dt>
    <dd>
      <strong>{outcomeName(view.task.task, decision.outcome)}</strong>
    </dd>
    <dt>办理人</dt>
    <dd>{nameOfActor(decision.actor, c.get('organisation'))}</dd>
    <dt>时间</dt>
    <dd>{localMinute(decision.at)}</dd>
    {decision.attribute && (
      <>
        <dt>公开属性</dt>
        <dd>{attributeText(decision.attribute, decision.ground)}</dd>
      </>
    )}
    {decision.corrections && (
      <>
        <dt>更正要素</dt>
        <dd>{correctedValues(decision.corrections)}</dd>
      </>
    )}
    {decision.cuts && (
      <>
        <dt>删减</dt>
        <dd>{decision.cuts.length} 处</dd>
      </>
    )}
    {decision.dismissed && (
      <>
        <dt>不需删减</dt>
        <dd>{decision.dismissed.length} 处</dd>
      </>
    )}
    {decision.reason && (
      <>
        <dt>理由</dt>
        <dd class="reason">{decision.reason}</dd>
      </>
    )}
  </dl>
);

const correctedValues = (corrections: Corrections): string =>
  (Object.keys(correctableName) as (keyof typeof correctableName)[])
    .filter((field) => corrections[field] !== undefined)
    .map((field) => `${correctableName[field]}：${shown(field, corrections[field] ?? null)}`)
    .join('；');

const shown = (field: keyof Corrections, value: string | null): string =>
  value === null ? '无' : field.endsWith('Date') ? chineseDate(value) : value;
