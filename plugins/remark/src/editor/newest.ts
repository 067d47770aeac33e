/** Runs work under a name. */
export type Newest<T> = (name: string, work: () => Promise<T>) => Promise<T>;

/**
 * One piece of work at a time for each name. What comes while one runs waits, and only the newest of these
 * is done: those before it share its result. So every caller has an answer, in the order of the calls, and an
 * older answer never comes behind a newer one.
 */
export function newestOnly<T>(): Newest<T> {
  const lanes = new Map<string, Lane<T>>();
  const start: Newest<T> = (name, work) => {
    const lane: Lane<T> = {};
    lanes.set(name, lane);
    const result = work();
    const proceed = () => {
      const { next } = lane;
      if (next) next.resolve(start(name, next.work));
      else lanes.delete(name);
    };
    result.then(proceed, proceed);
    return result;
  };
  return (name, work) => {
    const lane = lanes.get(name);
    if (!lane) return start(name, work);
    lane.next = { ...(lane.next ?? Promise.withResolvers<T>()), work };
    return lane.next.promise;
  };
}

interface Lane<T> {
  next?: PromiseWithResolvers<T> & { work: () => Promise<T> };
}
