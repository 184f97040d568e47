/**
 * Does the work for each, one after the other, also where it failed for one: what always fails keeps nothing from the
 * others. Throws at the end what the first that failed threw.
 */
export async function eachToItsEnd<T>(all: Iterable<T>, work: (one: T) => Promise<unknown>): Promise<void> {
  let failure: { error: unknown } | undefined;
  for (const one of all)
    try {
      await work(one);
    } catch (error) {
      failure ??= { error };
    }
  if (failure) throw failure.error;
}
