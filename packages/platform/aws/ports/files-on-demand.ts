/** Files whose client is loaded by the first who asks for one: for functions that mostly answer without. */
import type { Deps } from '../../deps.ts';
import type { Files } from '../../ports.ts';
import type { Place } from './place.ts';

export function filesOnDemand(place: Place): Pick<Deps, 'files'> {
  let opening: Promise<Files> | undefined;
  const opened = (): Promise<Files> => (opening ??= open(place));
  return {
    files: {
      put: async (...file) => (await opened()).put(...file),
      get: async (...file) => (await opened()).get(...file),
      head: async (...file) => (await opened()).head(...file),
      list: async (...prefix) => (await opened()).list(...prefix),
      copy: async (...copied) => (await opened()).copy(...copied),
      delete: async (...file) => (await opened()).delete(...file),
      presignPost: async (...policy) => (await opened()).presignPost(...policy),
    },
  };
}

async function open(place: Place): Promise<Files> {
  const { files } = await import('./files.ts');
  return files(place).files;
}
