import { files } from '@gongkai/platform/aws/ports/files.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { logged } from '@gongkai/platform/log.ts';
import { patient } from '@gongkai/platform/passing-trouble.ts';
import { createLinkInterpretation } from './link-interpretation.ts';

const place = withTable();
export const handler = patient(
  logged('link-interpretation', createLinkInterpretation({ ...place, ...files(place) })),
);
