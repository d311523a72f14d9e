import { INK, type Part } from './apl';
import type { Mark } from './view';

const path = (pathData: string, more: Part): Part => ({ type: 'path', pathData, ...more });

const graphic = (...items: readonly Part[]): Part => ({
  type: 'AVG',
  version: '1.0',
  width: 24,
  height: 24,
  items,
});

const line = (colour: string): Part => ({ stroke: colour, strokeWidth: 3 });

const DISC = 'M12 1a11 11 0 1 0 0 22a11 11 0 1 0 0-22z';
const DIAMOND = 'M12 1l11 11-11 11L1 12z';
const RING = 'M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 1 0 0-19z';

/** Said: a full disc with a tick. Perhaps said: a diamond with a bar. Not heard: an empty ring. Anything else: a dot. */
export const MARKS: { readonly [M in Mark]: Part } = {
  said: graphic(path(DISC, { fill: INK.said }), path('M6.5 12.5l4 4 7-8', line(INK.background))),
  unsure: graphic(path(DIAMOND, { fill: INK.unsure }), path('M7.5 12h9', line(INK.background))),
  missing: graphic(path(RING, line(INK.missing))),
  plain: graphic(path('M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6z', { fill: INK.accent })),
};

/** The colour of a bar. */
export const COLOURS: { readonly [M in Mark]: string } = {
  said: INK.said,
  unsure: INK.unsure,
  missing: INK.missing,
  plain: INK.accent,
};
