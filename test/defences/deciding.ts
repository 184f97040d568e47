/** Who may see and decide what. */
import { type Defences, without } from './defence.ts';

const decide = 'functions/shared/decide.ts';
const whoMay = 'functions/shared/who-may.ts';
const gate = 'functions/shared/may-go-out.ts';
const interpretation = 'functions/shared/interpretation-screening.ts';
const interpretationGate = 'functions/shared/interpretation-may-go-out.ts';
const documentRoutes = 'functions/portal/documents/routes.tsx';

export const deciding: Defences = {
  '%s → %s is allowed exactly as the table says': [
    without(
      'packages/domain/document.ts',
      'if (!documentTransitions[document.state].includes(to))',
      'if (!documentStates.includes(to))',
    ),
  ],
  'stops one without %s': [
    without(gate, 'a.kind === kind && a.contentHash === hash', 'a.contentHash === hash'),
  ],
  'stops one whose content changed after the approvals': [
    without(gate, 'a.kind === kind && a.contentHash === hash', 'a.kind === kind'),
  ],
  'stops a text with an identity number, though everybody approved it, unless somebody said it is harmless': [
    without(gate, 'if (left.length > 0)', 'if (left.length < 0)'),
  ],
  'stops one with an identity number in the name of a file or of the issuer': [
    without(gate, ', ...text.map((f) => f.name)]', ']'),
    without(gate, 'document.title, document.metadata?.issuer, ', 'document.title, '),
  ],
  'with %o is refused in words that help, at the top and with what was typed': [
    without('functions/portal/documents/public-reason.ts', 'message !== undefined', "message === ''"),
  ],
  'on %s by %s with %o is refused in words that help': [
    without(decide, 'if (refusal !== undefined) throw new InputRefused(refusal);'),
  ],
  'with %s is kept back in words that say where': [
    without(interpretation, 'if (secrecy)', "if (secrecy?.reason === '')"),
    without(interpretation, 'if (found.length === 0)', 'if (found.length >= 0)'),
    without(interpretation, "f.severity === 'block' || f.line < contact", 'f.line > 0 && f.line < contact'),
  ],
  'stops one that %s': [
    without(interpretationGate, "review.decision?.outcome === 'approve'", 'review.decision'),
    without(interpretationGate, 'review.interpretationId === interpretation.id &&'),
    without(
      interpretationGate,
      'review.decision.contentHash === interpretation.contentHash',
      "review.decision.contentHash !== ''",
    ),
  ],
  'stops one with %s, though its reviewer approved it': [
    without(interpretationGate, 'if (refusal !== undefined)', "if (refusal === '')"),
  ],
  'looks at what interprets a document as well, and asks about the document': [
    without('functions/shared/files-going-out.ts', "i.state === 'published'", "i.state === 'submitted'"),
  ],
  'of two people at once is won by one': [
    without(decide, "t.state === 'open' && timesHandedOn", 'timesHandedOn'),
  ],
  'decides nothing once the task went on, and nobody hears of a decision': [
    without(decide, ' && timesHandedOn(t) === timesHandedOn(task)'),
  ],
  'is refused by another process that still remembers them': [
    without(decide, 'await organisationWithFresh(deps, judges)', 'await loadOrganisation(deps)'),
  ],
  'of a role that is taken away go on, and the link that was mailed for it is dead': [
    without('functions/shared/handing-on.ts', 'task.links.filter((l) => now.has(l.person))', 'task.links'),
    without(
      'functions/portal/organisation/change.ts',
      'return handOnAfter(deps, [before], actor)',
      'return { handed: [], left: [] }',
    ),
  ],
  "ends a delegate's right with that of who delegated": [
    without(whoMay, ' && delegationHolds(task, organisation)'),
  ],
  'the office’s and the administrator’s pages are closed to a clerk': [
    without(documentRoutes, 'signedIn(c, overseers);\n    const { state', 'signedIn(c);\n    const { state'),
    without(
      documentRoutes,
      "signedIn(c, overseers);\n    const opened = await open(deps, c, c.req.param('id'));\n    const { document }",
      "signedIn(c);\n    const opened = await open(deps, c, c.req.param('id'));\n    const { document }",
    ),
    without('functions/portal/organisation/routes.tsx', "signedIn(c, ['administrator']);", 'signedIn(c);'),
  ],
  'a draft of another department cannot be read, downloaded, taken over or found': [
    without(documentRoutes, "if (!maySee(document, tasks, me, c.get('organisation')))", 'if (!me)'),
    without('functions/portal/tasks/open-view.ts', 'if (!sees)', 'if (!me)'),
    without(
      'functions/portal/upload/routes.tsx',
      "if (document.department !== member.department.id) throw new NotAllowed('只能为本部门的文件上传新版本。');",
    ),
    without(
      'functions/portal/upload/submit-form.ts',
      "if (document.department !== person.department.id) throw new NotAllowed('只能为本部门的文件上传新版本。');",
    ),
  ],
  'names others with the same number, as far as one may know of them': [
    without(
      'functions/portal/documents/same-number.tsx',
      'if (maySee(document, [], me, organisation))',
      'if (me)',
    ),
  ],
  'about one’s own work, or in a role one does not have, is refused with the reason': [
    without(whoMay, 'if (isAuthor(task, document, member.person.id))', "if (member.person.id === '')"),
    without(whoMay, 'if (!right) {', "if (member.person.id === '') {"),
  ],
  'for %s after the same person gave %s: allowed is %s': [
    without(whoMay, 'if (earlier)', "if (member.person.id === '')"),
  ],
  'on a page of an earlier version decides nothing': [
    without(decide, 'input.contentHash !== task.contentHash || '),
  ],
  'shows a history written anew with hashes that fit: the digests remember it': [
    without(
      'packages/cli/verify/verify.ts',
      'if (history[entries - 1]?.hash !== hash)',
      'if (hash === undefined)',
    ),
  ],
};
