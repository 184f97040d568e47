/** The one stylesheet of the public site. Its path carries its hash, so that it may be cached for ever. */
import { createHash } from 'node:crypto';
import { base } from './styles/base.ts';
import { catalogueStyle } from './styles/catalogue.ts';
import { documentStyle } from './styles/document.ts';
import { frame } from './styles/frame.ts';
import { lists } from './styles/lists.ts';
import { print } from './styles/print.ts';

/** White space is for us. */
export const stylesheet = [base, frame, lists, documentStyle, catalogueStyle, print]
  .join('')
  .replace(/\s*([{};])\s*/g, '$1')
  .replaceAll(';}', '}');

export const stylesheetPath = `assets/site-${createHash('sha256').update(stylesheet).digest('hex').slice(0, 12)}.css`;
