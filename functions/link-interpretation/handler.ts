import { files, withTable } from '@gongkai/platform/aws/deps.ts';
import { createLinkInterpretation } from './link-interpretation.ts';

const place = withTable();
export const handler = createLinkInterpretation({ ...place, ...files(place) });
