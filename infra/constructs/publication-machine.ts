/** From upload to publication or register. The execution's input is `publicationInput` of events/workflow.ts. */
import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { publicationPart, reviewDays, reviewTimedOut } from './publication-part.ts';
import { attributeIs, decided, type Functions, jsonata, outcomeIs, payload, vocabulary } from './steps.ts';

export function publicationMachine(scope: Construct, functions: Functions): IChainable {
  const { step, ask, choice, end } = vocabulary(scope, functions);
  const inputReason = { reason: jsonata('$exists($states.input.reason) ? $states.input.reason : null') };

  const refuse = step('Refuse the document', 'refuse-document', {
    with: { reason: jsonata('$states.input.reason') },
  });
  refuse.next(end('Refused'));
  const giveBack = step('Return the document', 'return-document', { with: { ...decided, ...inputReason } });
  giveBack.next(end('Returned'));
  const unanswered = { next: giveBack, output: reviewTimedOut };

  const read = step('Read the document', 'read-document', {
    with: { documentId: jsonata('$states.input.documentId'), revision: jsonata('$states.input.revision') },
    assign: {
      documentId: jsonata('$states.input.documentId'),
      revision: jsonata('$states.input.revision'),
      decided: null,
      round: 1,
    },
    output: payload,
  });
  const classify = step('Classify the disclosure attribute', 'classify-document');
  const screen = step('Screen for personal and secret content', 'screen-document');
  const confirm = ask('Department head confirms the attribute', {
    task: 'confirm-attribute',
    waitDays: reviewDays,
    unanswered,
  });
  const secrecy = ask('Secrecy officer reviews', {
    task: 'secrecy-review',
    waitDays: reviewDays,
    unanswered,
  });
  const office = ask('Office reviews for publication', {
    task: 'publication-review',
    waitDays: reviewDays,
    unanswered,
  });

  const { redact, publish } = publicationPart(scope, functions, giveBack);
  const onRequest = step('Register as on request', 'register-document', {
    with: { ...decided, attribute: 'on-request' },
  });
  const withheld = step('Register as withheld', 'register-document', {
    with: { ...decided, attribute: 'withheld' },
  });
  const registered = end('Registered');

  confirm.next(
    choice('Attribute confirmed?')
      .when(
        outcomeIs('approve'),
        secrecy.next(
          choice('Secrecy review passed?')
            .when(
              outcomeIs('approve'),
              office.next(
                choice('Cleared for publication?')
                  .when(outcomeIs('return'), giveBack)
                  .when(attributeIs('public'), publish)
                  .when(attributeIs('redacted'), redact)
                  .when(attributeIs('on-request'), onRequest.next(registered))
                  .otherwise(withheld.next(registered)),
              ),
            )
            .otherwise(giveBack),
        ),
      )
      .otherwise(giveBack),
  );

  return read.next(
    choice('Secrecy mark found?')
      .when(outcomeIs('secret'), refuse)
      .when(outcomeIs('unreadable'), giveBack)
      .otherwise(classify.next(screen).next(confirm)),
  );
}
