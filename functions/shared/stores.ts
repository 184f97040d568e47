/** The stores of the product over one table; that of the departments is beside the organisation, which all need. */
import { fieldKind } from '@gongkai/domain/catalogue-field.ts';
import { partKind } from '@gongkai/domain/catalogue-part.ts';
import { documentKind } from '@gongkai/domain/document.ts';
import { interpretationKind } from '@gongkai/domain/interpretation.ts';
import { movedPagesKind } from '@gongkai/domain/moved-pages.ts';
import { entryKind } from '@gongkai/domain/publication.ts';
import { reassessmentKind } from '@gongkai/domain/reassessment.ts';
import { sweepKind } from '@gongkai/domain/sweep.ts';
import { taskKind } from '@gongkai/domain/task.ts';
import type { Table } from '@gongkai/platform/ports.ts';
import { createStore } from '@gongkai/platform/store.ts';

export const documents = (table: Table) => createStore(table, documentKind);
export const movedPages = (table: Table) => createStore(table, movedPagesKind);
export const tasks = (table: Table) => createStore(table, taskKind);
export const sweeps = (table: Table) => createStore(table, sweepKind);
export const interpretations = (table: Table) => createStore(table, interpretationKind);
export const entries = (table: Table) => createStore(table, entryKind);
export const catalogueFields = (table: Table) => createStore(table, fieldKind);
export const catalogueParts = (table: Table) => createStore(table, partKind);
export const reassessments = (table: Table) => createStore(table, reassessmentKind);
