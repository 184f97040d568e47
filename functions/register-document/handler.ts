import { mail, withTable } from '@gongkai/platform/aws/deps.ts';
import { createRegisterDocument } from './register-document.ts';

const place = withTable();
export const handler = createRegisterDocument({ ...place, ...mail(place) });
