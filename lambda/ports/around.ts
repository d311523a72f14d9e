import type { ProgressStore } from './store';

/** The same store, with each of its calls going through something: a stopwatch, or a note of what went wrong. */
export function around(store: ProgressStore, through: <T>(call: () => Promise<T>) => Promise<T>): ProgressStore {
  return {
    load: (who, now) => through(() => store.load(who, now)),
    begin: (who, me, now) => through(() => store.begin(who, me, now)),
    saveMe: (who, me, now) => through(() => store.saveMe(who, me, now)),
    saveField: (who, change, now) => through(() => store.saveField(who, change, now)),
    sweep: (who, epoch) => through(() => store.sweep(who, epoch)),
    forget: (who, epoch) => through(() => store.forget(who, epoch)),
    restart: (who, epoch, me, now) => through(() => store.restart(who, epoch, me, now)),
    forgetHousehold: (household) => through(() => store.forgetHousehold(household)),
  };
}
