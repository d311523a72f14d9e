/** What clocks show in the zones of the world for some years: a table that the build makes (`tools/zones.ts`). */
export interface ZoneTable {
  /** Seconds since 1970 from which it holds, and up to which. */
  readonly from: number;
  readonly until: number;
  /** What zones have in common: minutes east of UTC at first; then a moment in seconds and the minutes from there on, and so on. */
  readonly histories: readonly (readonly number[])[];
  /** Which history is that of a zone, by its IANA name. */
  readonly zones: Readonly<Record<string, number>>;
}

/** Minutes that clocks of a zone are ahead of UTC; nothing outside the table. `now` is in milliseconds since 1970. */
export function minutesEast(
  { from, until, histories, zones }: ZoneTable,
  now: number,
  zone: string,
): number | undefined {
  const moment = now / 1000;
  const history = Object.hasOwn(zones, zone) ? histories[zones[zone] ?? -1] : undefined;
  if (history === undefined || moment < from || moment >= until) return undefined;
  let minutes = history[0];
  for (let i = 1; i < history.length && moment >= (history[i] ?? 0); i += 2) minutes = history[i + 1];
  return minutes;
}
