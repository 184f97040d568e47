import type { Defences } from './defence.ts';
import { deciding } from './deciding.ts';
import { input } from './input.ts';
import { output } from './output.ts';
import { running } from './running.ts';
import { signingIn } from './signing-in.ts';

export const defences: Defences = { ...signingIn, ...deciding, ...input, ...output, ...running };
