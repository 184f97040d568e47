/** Files whose client is loaded by the first who asks for one: for functions that mostly answer without. */
import type { Files } from '../ports.ts';

export function createFilesOnDemand(open: () => Promise<Files>): Files {
  let opening: Promise<Files> | undefined;
  const opened = (): Promise<Files> => (opening ??= open());
  return {
    put: async (...file) => (await opened()).put(...file),
    get: async (...file) => (await opened()).get(...file),
    head: async (...file) => (await opened()).head(...file),
    list: async (...prefix) => (await opened()).list(...prefix),
    copy: async (...files) => (await opened()).copy(...files),
    delete: async (...file) => (await opened()).delete(...file),
    presignPost: async (...policy) => (await opened()).presignPost(...policy),
  };
}
