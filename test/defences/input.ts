/** What people and programs send. */
import { type Defences, without } from './defence.ts';

const inbox = 'packages/platform/embedded/receive-form.ts';
const policy = 'packages/platform/embedded/post-policy.ts';
const subscribe = 'functions/site/subscribe/routes.ts';

export const input: Defences = {
  'how it stands is measured once for all who ask at the same moment': [
    without('packages/cli/server.ts', 'together(place.health)', 'place.health'),
  ],
  'of more than a stranger has to say is an invitation to sign in, before anything is read': [
    without(
      'functions/portal/frame.ts',
      "(c.get('session') ? ofPeople : ofStrangers)(c, next)",
      'ofPeople(c, next)',
    ),
  ],
  'stops mailing strangers without end where a proxy does not say for whom it asks': [
    without(
      'functions/site/subscribe/routes.ts',
      'if (await tooMany(deps, `subscribe-from',
      'if (address !== undefined && await tooMany(deps, `subscribe-from',
    ),
  ],
  'in %s as %s %s is named for the reviewers': [
    without('packages/reading/ooxml-rest.ts', 'append(outside, fetched(relations));'),
  ],
  'or runs is named in a web page: %s': [without('packages/reading/html.ts', 'active.has(tag) ||')],
  'that takes too long is refused, and the next is read': [
    without(
      'packages/catalogue/workbook-process.ts',
      '({ ...template, timeoutMs })',
      '({ ...template, timeoutMs: longestMs })',
    ),
  ],
  'whose merged ranges have more cells than its table is refused': [
    without('packages/catalogue/grid.ts', "if (cells-- === 0) throw new Refusal('damaged');", 'cells--;'),
  ],
  'is refused with %s': [
    without(
      'packages/reading/xml.ts',
      "parser.on('doctype', () => {\n    throw new Refusal('damaged');\n  });",
    ),
  ],
  'names the field %s and what to do: %j': [
    without('packages/domain/document.ts', 'if (clean.length > 300)', 'if (clean.length < 0)'),
    without('functions/portal/upload/form.ts', ".regex(/^[a-z0-9]{0,40}$/, '文件编号不正确')"),
  ],
  '%s is answered with 408 and cut off, and others are served meanwhile': [
    without(
      'packages/cli/server.ts',
      'createServer({ ...patience, ...timeouts }',
      'createServer({ headersTimeout: 0, requestTimeout: 0 }',
    ),
  ],
  'stops reading a form that goes on for ever without announcing it': [
    without(inbox, 'if (total > ceiling)', 'if (total > 100 * ceiling)'),
  ],
  'refuses a policy somebody changed, signed otherwise, or did not sign': [
    without(policy, ' || !matches(signed, signature(encoded, secret))'),
    without(policy, '!encoded || !signed || !matches(', '!encoded || !signed ? false : !matches('),
  ],
  'refuses a policy from the moment it expires': [
    without(policy, 'if (new Date(expiration) <= now)', 'if (now === undefined)'),
  ],
  'refuses to write %j and finds nothing there': [
    without('packages/platform/file-key.ts', 'if (!isFileKey(key))', 'if (key === undefined)'),
    without('packages/platform/file-key.ts', "&& s !== '.' && s !== '..'"),
  ],
  '%s leads nowhere, politely': [without('functions/site/public-files.ts', ' || !publicKey.test(key)')],
  'are ended when the time is over, and the next file is read by a new one': [
    [
      ...without(
        'packages/reading/reading-process.ts',
        'let timer = setTimeout(tooSlow, question.timeoutMs);',
        'let timer = setTimeout(tooSlow, 60_000);',
      ),
      ...without('packages/reading/serve-questions.ts', 'question.timeoutMs * 0.9', '60_000'),
    ],
  ],
  'stops an address that asks too often, and nobody else': [
    without('functions/site/search/rate-limit.ts', 'return count <= perMinute;', 'return count > 0;'),
    without(
      'functions/site/search/routes.ts',
      "limit.admits(clientAddress(c, settings) ?? ''",
      "limit.admits(''",
    ),
  ],
  'stops filling a mailbox, and an address that asks too often': [
    without(
      subscribe,
      'return tooMany(deps, `subscribe-to#${email}`, { limit: 5, minutes: 24 * 60 });',
      'return false;',
    ),
    without(subscribe, 'address === undefined ? 600 : 60', 'address === undefined ? 600 : 6_000'),
    without(subscribe, "`subscribe-from#${address ?? ''}`", '`subscribe-from`'),
  ],
  'needs the button: the link alone, however often it is opened, subscribes nobody': [
    without(
      subscribe,
      'const ask = await findAsk(deps, opaque);',
      'const ask = await findAsk(deps, opaque);\n    await confirm(deps, opaque);',
    ),
  ],
};
