/** What publication and a release after reassessment share: redact, publish, and the duties that follow. */
import { type State, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import {
  decided,
  type Functions,
  jsonata,
  outcomeIs,
  payload,
  type Values,
  vocabulary,
  whenTrue,
} from './steps.ts';

/** A review nobody answers has been reminded of and escalated for a quarter of a year. */
export const reviewDays = 90;
/** Together with reviews and follow-up this stays within the one year an execution may last. */
export const longestDays = 300;

export const reviewTimedOut = {
  reason: `审查任务超过 ${reviewDays} 天无人处理，流程已自动结束。请核对文件后重新上传，并提醒审查人员及时处理。`,
};

/** Of a refusal that a function threw. */
const because = { reason: jsonata('$parse($states.errorOutput.Cause).errorMessage') };

interface PublicationPart {
  redact: State;
  publish: State;
}

/**
 * `notPublished` is where returns, time-outs and refusals lead. `extra` goes with every question: reassessments
 * ask about a revision that has been asked about before, and keep their tasks apart by the year.
 */
export function publicationPart(
  scope: Construct,
  functions: Functions,
  notPublished: State,
  extra: Values = {},
): PublicationPart {
  const { step, ask, choice, end } = vocabulary(scope, functions);

  const publish = step('Publish the document', 'publish-document', {
    with: decided,
    assign: { round: 1 },
    output: payload,
  }).addCatch(notPublished, { errors: ['PublicationRefused'], outputs: because });

  const redact = step('Redact the document', 'redact-document', { with: decided }).addCatch(notPublished, {
    errors: ['RedactionRefused'],
    outputs: because,
  });
  const approve = ask('Approve the redacted copy', {
    task: 'approve-redaction',
    waitDays: reviewDays,
    with: { ...extra, round: jsonata('$round') },
    assign: { round: jsonata('$round + 1') },
    unanswered: { next: notPublished, output: reviewTimedOut },
  });
  redact
    .next(approve)
    .next(
      choice('Redacted copy approved?')
        .when(outcomeIs('approve'), publish)
        .when(outcomeIs('cut-more'), redact)
        .otherwise(notPublished),
    );

  publish.next(
    choice('Needs interpretation?')
      .when(whenTrue('needsInterpretation'), interpretation(scope, functions, extra))
      .otherwise(end('Published')),
  );
  return { redact, publish };
}

/** 耿政办发〔2020〕49号: who drafted a policy interprets it, within 3 working days after it is public. */
function interpretation(scope: Construct, functions: Functions, extra: Values): State {
  const { step, ask, choice, end, fail } = vocabulary(scope, functions);
  const never = fail(
    'Interpretation never came',
    'InterpretationOverdue',
    `Neither submitted nor reviewed within ${longestDays} days, in spite of reminders and escalation.`,
  );
  const done = end('Published and interpreted');
  const withdrawn = end('Withdrawn before it was interpreted');

  const open = ask('Open the interpretation task', {
    task: 'interpret',
    waitDays: longestDays,
    with: {
      ...extra,
      round: jsonata('$round'),
      reason: jsonata('$exists($states.input.reason) ? $states.input.reason : null'),
    },
    assign: { interpretationId: jsonata('$states.result.interpretationId') },
    unanswered: { next: never },
    cancelled: withdrawn,
  });
  const review = ask('Head reviews the interpretation', {
    task: 'review-interpretation',
    waitDays: longestDays,
    with: { ...extra, round: jsonata('$round'), interpretationId: jsonata('$interpretationId') },
    assign: { round: jsonata('$round + 1') },
    unanswered: { next: never },
    cancelled: withdrawn,
  });
  const link = step('Link document and interpretation both ways', 'link-interpretation', {
    with: { ...decided, interpretationId: jsonata('$interpretationId') },
  }).addCatch(open, { errors: ['PublicationRefused'], outputs: because });
  open
    .next(review)
    .next(choice('Interpretation approved?').when(outcomeIs('approve'), link.next(done)).otherwise(open));

  const wait = Wait.jsonata(scope, 'Wait for the follow-up time', {
    time: WaitTime.timestamp(jsonata('$states.input.followUpAt')),
  });
  wait
    .next(step('Look for an interpretation', 'find-interpretation', { output: payload }))
    .next(choice('Interpretation there already?').when(whenTrue('found'), done).otherwise(open));
  return wait;
}
