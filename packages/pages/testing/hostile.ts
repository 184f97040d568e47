/** Every string inside plain data replaced by a hostile one, but for what code chooses itself: paths and times. */
const chosenByCode = new Set([
  'path',
  'publishedAt',
  'updatedAt',
  'withdrawnAt',
  'siteUrl',
  'portalUrl',
  'kind',
  'changedAt',
  'preview',
  'since',
  'state',
  'validity',
  'part',
]);

export const hostileStrings = [
  '<script>alert(1)</script>',
  '</script><b>粗体</b>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '竖排\u000b制表\u0000空字符\u001b[31m',
  '吉\u{20bb7}野家 ]]> &amp; &#x0b; <!-- -->',
  '半个\ud842字符 \uffff \u202e反向',
  '<![CDATA[ <?xml version="1.0"?> <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]> &e;',
  '\ufeff零宽\u200b\u200d行\u2028段\u2029\u0085 é=e\u0301 👩‍👩‍👧 ﷽',
  '%00 %s {{7*7}} ${7*7} =HYPERLINK("http://x")\tÿ\ufffe\u{1ffff}',
  '   \u000b ',
  '',
];

export function withEvery<T>(text: string, value: T, key = ''): T {
  if (typeof value === 'string') return (chosenByCode.has(key) ? value : text) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => withEvery(text, item, key)) as T;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([k, item]) => [k, withEvery(text, item, k)])) as T;
  return value;
}
