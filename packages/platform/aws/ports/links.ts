import type { Deps } from '../../deps.ts';
import { linksFrom } from '../links.ts';
import type { Place } from './place.ts';

export const links = async ({ env }: Place): Promise<Pick<Deps, 'links'>> => ({
  links: await linksFrom(env.LINK_KEY_SECRET_ARN),
});
