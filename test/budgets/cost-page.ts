/** docs/cost.md. */
import { type Amounts, assumed, names, plus, totalUsd, usd } from './cost.ts';
import { pricedName, prices } from './prices.ts';

const county = { documents: 20_000, requests: 5_000 };
const counties = 130;

export function costPage(document: Amounts, clock: Amounts): string {
  const countyYear = plus(clock, document, county.documents + county.requests);
  const rows = names
    .map((name) => ({ name, ofDocument: usd(document, name), ofCounty: usd(countyYear, name) }))
    .toSorted((a, b) => b.ofCounty - a.ofCounty)
    .map(({ name, ofDocument, ofCounty }) => [
      pricedName[name],
      amount(document[name]),
      millionths(ofDocument),
      money(ofCounty),
      money(ofCounty * counties),
    ]);
  const [perDocument, perCounty] = [totalUsd(document), totalUsd(countyYear)];
  const total = ['**Total**', '', millionths(perDocument), money(perCounty), money(perCounty * counties)];
  return `# What it costs

Written by \`npm run budgets -- --write-cost\` from the synthesised stacks, one journey counted through the ports, and
the public list prices of us-east-1 (November 2026; the China regions differ). A test holds this page against them.

A plain public document, from upload to feed with three reviews; a county year (${whole(county.documents)} documents and
${whole(county.requests)} requests, each counted as a document); a province of ${counties} counties. In USD, without free tiers.

| | a document | USD for a million | a county year | a province year |
| --- | ---: | ---: | ---: | ---: |
${[...rows, total].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}

## How it is counted
- Transitions: the way of the document through the synthesised machine, the start included.
- DynamoDB: every write of the journey with the size of its item, a unit for each KB begun, and a unit for every entry that
  an index gains or loses; ${Math.round((document.writeUnit * prices.writeUnit * 100) / perDocument)} % of the price. Reads with half-full archive pages and sitemap: bounded by the length of
  a page, so the same however many documents are stored.
- Mails: everybody who holds the role is asked, as in the demo county (two heads, two editors).
- Assumed: ${assumed.secondsPerStep} s for each call of a function, ${assumed.secondsPerSweep} s and ${assumed.readUnitsPerSweep} read units for each run by the clock, ${assumed.portalRequests} requests to the portal for a
  document. Everything is kept for the whole year.
- A document that needs an interpretation takes seven more transitions, and two more tasks with their mails.
- Not counted: readers (CloudFront's free terabyte and 10 million requests a month are more than a county's site needs),
  KMS, CloudWatch, Secrets Manager, backups.
`;
}

const whole = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: 0 });
const amount = (n: number): string =>
  n === 0 ? '' : n < 0.01 ? n.toExponential(1) : n.toLocaleString('en-US', { maximumFractionDigits: 1 });
const millionths = (usdEach: number): string => (usdEach === 0 ? '' : whole(usdEach * 1e6));
const money = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: n < 10 ? 2 : 0 });
