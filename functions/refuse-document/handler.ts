import { files, mail, withTable } from '@gongkai/platform/aws/deps.ts';
import { createRefuseDocument } from './refuse-document.ts';

const place = withTable();
export const handler = createRefuseDocument({ ...place, ...files(place), ...mail(place) });
