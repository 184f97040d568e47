import { civilAffairs } from './civil-affairs.ts';
import { countyOffice } from './county-office.ts';
import type { FilledTemplate } from './expected.ts';
import { finance } from './finance.ts';
import { marketRegulation } from './market-regulation.ts';
import { naturalResources } from './natural-resources.ts';

export type { FilledTemplate } from './expected.ts';
export const templates: readonly FilledTemplate[] = [
  civilAffairs,
  finance,
  naturalResources,
  marketRegulation,
  countyOffice,
];
