/** The yearly reassessment of one document that is not public. Input: `publicationInput` of events/workflow.ts with the year; named `<documentId>-<year>`. */
import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { longestDays, publicationPart, reviewDays } from './publication-part.ts';
import { attributeIs, decided, type Functions, jsonata, outcomeIs, vocabulary } from './steps.ts';

export function reassessmentMachine(scope: Construct, functions: Functions): IChainable {
  const { step, ask, choice, end, fail } = vocabulary(scope, functions);
  const year = { year: jsonata('$year') };

  const putBack = step('Put back into the register', 'register-document', {
    with: { ...decided, restoreFrom: jsonata('$year') },
  });
  putBack.next(end('Back in the register'));

  const open = ask('Open the reassessment', {
    task: 'reassess',
    waitDays: longestDays,
    with: {
      documentId: jsonata('$states.input.documentId'),
      revision: jsonata('$states.input.revision'),
      year: jsonata('$states.input.year'),
      decided: null,
    },
    assign: {
      documentId: jsonata('$states.input.documentId'),
      revision: jsonata('$states.input.revision'),
      year: jsonata('$states.input.year'),
      round: 1,
    },
    unanswered: {
      next: fail(
        'Reassessment never came',
        'ReassessmentOverdue',
        `Not decided within ${longestDays} days, in spite of reminders and escalation; the document stays registered.`,
      ),
    },
  });
  const record = step('Record the reassessment', 'record-reassessment', {
    with: { ...decided, ...year },
    output: jsonata('$states.input'),
  });
  const secrecy = ask('Secrecy officer reviews the release', {
    task: 'secrecy-review',
    waitDays: reviewDays,
    with: year,
    unanswered: { next: putBack },
  });
  const office = ask('Office reviews the release', {
    task: 'publication-review',
    waitDays: reviewDays,
    with: year,
    unanswered: { next: putBack },
  });
  const { redact, publish } = publicationPart(scope, functions, putBack, year);

  secrecy.next(
    choice('Release passed the secrecy review?').when(outcomeIs('approve'), office).otherwise(putBack),
  );
  office.next(
    choice('Cleared for release?')
      .when(outcomeIs('return'), putBack)
      .when(attributeIs('public'), publish)
      .when(attributeIs('redacted'), redact)
      .otherwise(putBack),
  );
  return open
    .next(record)
    .next(
      choice('Opened to the public?')
        .when(outcomeIs('release', 'redact'), secrecy)
        .otherwise(end('Stays in the register')),
    );
}
