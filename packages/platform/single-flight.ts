/** Runs of one job never overlap; callers that come while one runs share the next, which sees all they wrote. */
export function createSingleFlight(): (job: string, run: () => Promise<void>) => Promise<void> {
  const running = new Map<string, { now: Promise<void>; next?: Promise<void> }>();
  const start = (job: string, run: () => Promise<void>): Promise<void> => {
    const flight: { now: Promise<void>; next?: Promise<void> } = { now: Promise.resolve() };
    flight.now = run().finally(() => {
      if (!flight.next) running.delete(job);
    });
    running.set(job, flight);
    return flight.now;
  };
  return (job, run) => {
    const flight = running.get(job);
    if (!flight) return start(job, run);
    flight.next ??= flight.now.catch(() => undefined).then(() => start(job, run));
    return flight.next;
  };
}
