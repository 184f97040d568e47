/** Screens in a process of its own. Runs from source, and bundled as `screening-worker.mjs`. */
import { serveQuestions } from '@gongkai/reading/serve-questions.ts';
import { screen } from './screen.ts';
import type { Screening } from './screening-process.ts';

serveQuestions<Screening>(async ({ input }) => screen(input));
