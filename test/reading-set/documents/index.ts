import type { Labelled } from '../labelled.ts';
import { county } from './county.ts';
import { joint } from './joint.ts';
import { letters } from './letters.ts';
import { marks } from './marks.ts';
import { nasty } from './nasty.ts';
import { notices } from './notices.ts';
import { older } from './older.ts';
import { orders } from './orders.ts';
import { secretDocuments, speakingOfSecrets } from './secret.ts';
import { webCopies } from './web-copies.ts';

export const readingSet: readonly Labelled[] = [
  ...notices,
  ...letters,
  ...orders,
  ...joint,
  ...webCopies,
  ...older,
  ...secretDocuments,
  ...speakingOfSecrets,
  ...marks,
  ...nasty,
  ...county,
];
