import { files, withTable } from '@gongkai/platform/aws/deps.ts';
import { logged } from '@gongkai/platform/log.ts';
import { createLinkInterpretation } from './link-interpretation.ts';

const place = withTable();
export const handler = logged('link-interpretation', createLinkInterpretation({ ...place, ...files(place) }));
