/** The one stylesheet of the public site. Its path carries its hash, so that it may be cached for ever. */
import { createHash } from 'node:crypto';
import { base } from './styles/base.ts';
import { catalogueStyle } from './styles/catalogue.ts';
import { documentStyle } from './styles/document.ts';
import { frame } from './styles/frame.ts';
import { lists } from './styles/lists.ts';
import { print } from './styles/print.ts';

let made: { text: string; path: string } | undefined;

/** Made by the first page: a cold start that writes none does not pay for it. */
function make(): { text: string; path: string } {
  // White space is for us.
  const text = [base, frame, lists, documentStyle, catalogueStyle, print]
    .join('')
    .replace(/\s*([{};])\s*/g, '$1')
    .replaceAll(';}', '}');
  return { text, path: `assets/site-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.css` };
}

export const stylesheet = (): string => (made ??= make()).text;
export const stylesheetPath = (): string => (made ??= make()).path;
