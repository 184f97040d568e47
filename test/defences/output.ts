/** What pages, feeds, tables, mails, headers and logs say. */
import { type Defences, without } from './defence.ts';

const asMarkup = (of: string): string => `dangerouslySetInnerHTML={{ __html: ${of} }}`;
const pages = 'packages/pages';
const siteHeaders = 'functions/site/response-headers.ts';
const portalHeaders = 'functions/portal/headers.ts';

export const output: Defences = {
  'the string %j in every field of every page and feed stays text': [
    without(`${pages}/layout.tsx`, "'<': '\\\\u003c',", "'<': '<',"),
    without(`${pages}/xml.ts`, '.replace(/[&<>"\']/g, (c) => entities[c]!)'),
    without(`${pages}/parts.tsx`, '<dd>{value}</dd>', `<dd ${asMarkup('String(value)')} />`),
  ],
  'HTML in title, file name, reasons and interpretation is shown as text, everywhere': [
    without(
      'functions/portal/tasks/mailed-link.tsx',
      '<h1>{task.title}</h1>',
      `<h1 ${asMarkup('task.title')} />`,
    ),
    without(
      'functions/portal/tasks/task-page.tsx',
      '<h1>{document.title}</h1>',
      `<h1 ${asMarkup('document.title')} />`,
    ),
  ],
  'an area that fails unforeseen says so on a page of ours, with its headers and nothing of the inside': [
    without('functions/site/app.tsx', '.onError(onFault).route', '.route'),
  ],
  'takes %s for words': [
    without(`${pages}/search-page.tsx`, '没有找到{subject}。', `没有找到<span ${asMarkup('subject')} />。`),
  ],
  'finds nothing for %j': [
    [
      ...without(
        'packages/platform/search/words.ts',
        "text.normalize('NFKC').toLowerCase()",
        "text.normalize('NFKC')",
      ),
      ...without('packages/platform/search/find.ts', '`"${word.replaceAll(\'"\', \'""\')}"`', 'word'),
    ],
  ],
  'has a row for each hit, and no cell a spreadsheet would count': [
    without('functions/site/search/csv.ts', 'escape_formulas: true', 'escape_formulas: false'),
  ],
  'lets nothing in a subject become a header': [
    without('packages/platform/mail-message.ts', ".replace(/[\\p{Cc}\\u2028\\u2029]+/gu, ' ')"),
  ],
  'a download carries its given name, without what could break a header or run': [
    without('packages/platform/content-disposition.ts', "? 'inline' : 'attachment'", "? 'inline' : 'inline'"),
    without(siteHeaders, ": 'sandbox'}", ": ''}"),
    without(siteHeaders, "['x-content-type-options', 'nosniff'],"),
  ],
  'gives the extension in ASCII and the whole name encoded': [
    without(
      'packages/platform/content-disposition.ts',
      '${encode(downloadName.toWellFormed())}',
      '${downloadName}',
    ),
  ],
  'every page comes with the headers that keep a browser strict': [
    without(siteHeaders, `"script-src 'self'", `),
    without(siteHeaders, `, "frame-ancestors 'none'");`, ');'),
    without(siteHeaders, "['referrer-policy', 'same-origin'],"),
  ],
  'carries the security headers and is not kept': [
    without(portalHeaders, "headers.set('content-security-policy', await policy);"),
    without(portalHeaders, '"frame-ancestors \'none\'",'),
    without(portalHeaders, "headers.set('referrer-policy', 'no-referrer');"),
    without(portalHeaders, "headers.set('x-content-type-options', 'nosniff');"),
    without(
      portalHeaders,
      "headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');",
      '{}',
    ),
    without(portalHeaders, "if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');"),
  ],
  'holds no inline style, script or handler, which the policy would stop': [
    without('functions/portal/layout.tsx', '<main id="content"', '<main style="color:red" id="content"'),
    without('functions/portal/layout.tsx', '<main id="content"', '<main onclick="go()" id="content"'),
  ],
  'nobody foresaw shows a reference and nothing else, and is recorded with it': [
    without('functions/portal/errors.tsx', 'told.forPeople ? error.message : undefined', 'error.message'),
    without('functions/portal/errors.tsx', 'if (reference) record(error, reference, c);'),
  ],
  'names what a mailed link is about without what opens it': [
    without('packages/platform/log.ts', '...subjectOfPath(path),', '...subjectOfPath(path),\n      path,'),
  ],
  'tells every step of the whole demo, and nothing of what people wrote or who they are': [
    without(
      'packages/platform/log.ts',
      '...subjectOf(args[0]), ...more',
      '...subjectOf(args[0]), input: args[0], ...more',
    ),
    without('packages/platform/log.ts', '...subjectOfPath(path),', '...subjectOfPath(path),\n      path,'),
  ],
};
