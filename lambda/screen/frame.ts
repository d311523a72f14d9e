import { across, bound, column, INK, type Json, type Part, text } from './apl';
import { fitting, type Room } from './room';
import type { Button, View } from './view';

/** A body with the size that it has on the screen. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

const LINE_OF_BUTTONS = 96;
/** Height of the head. */
export const HEAD = { round: 98, rectangle: 84 } as const;
/** Buttons stand higher on a round screen, where it is wide enough for two of them. */
const ROUND_FOOT = { bottom: 46, height: 58, buttons: 2 } as const;

/** What the frame leaves to the body. */
export function bodyOf({ round, width, height, n }: Room, { buttons }: Pick<View, 'buttons'>): Box {
  const foot = buttons.length > 0 ? n(round ? ROUND_FOOT.bottom + ROUND_FOOT.height : LINE_OF_BUTTONS) : n(28);
  if (round) return { width: Math.round(width * 0.74), height: height - n(HEAD.round) - foot - n(8) };
  return { width: width - 2 * n(48), height: height - n(HEAD.rectangle) - foot };
}

/** The head line, the body and the buttons, on the background. */
export function framed(room: Room, view: View, body: Part): Part {
  const parts = room.round
    ? [roundHead(room, view), body, roundFoot(room, view)]
    : [head(room), body, foot(room, view)];
  return column(
    [{ type: 'Frame', position: 'absolute', width: '100%', height: '100%', backgroundColor: INK.background }, ...parts],
    { width: '100%', height: '100%', ...(room.round && { alignItems: 'center' }) },
  );
}

const head = ({ n }: Room): Part =>
  across(
    [
      text(bound('d.head'), n(26), { color: INK.accent, maxLines: 1, shrink: 1, grow: 1 }),
      text(bound('d.place'), n(26), { color: INK.quiet, paddingLeft: n(24) }),
    ],
    { height: n(HEAD.rectangle), paddingLeft: n(48), paddingRight: n(48) },
  );

/** The place is above the head line: a circle is wider further down. */
function roundHead({ n, width }: Room, { head }: View): Part {
  const wide = Math.round(width * 0.6);
  const size = fitting(head, wide, n(50), [22, 20, 18].map(n));
  return column(
    [
      text(bound('d.place'), n(18), { color: INK.quiet, maxLines: 1, height: n(24), textAlign: 'center' }),
      text(bound('d.head'), size, { color: INK.accent, maxLines: 2, textAlign: 'center' }),
    ],
    { height: n(HEAD.round), width: wide, paddingTop: n(22), alignItems: 'center' },
  );
}

const foot = ({ n }: Room, { buttons }: View): Part =>
  across(touchables(buttons), {
    position: 'absolute',
    bottom: 0,
    height: n(LINE_OF_BUTTONS),
    paddingLeft: n(48),
    width: '100%',
  });

const roundFoot = ({ n }: Room, { buttons }: View): Part =>
  across(
    touchables(buttons.slice(0, ROUND_FOOT.buttons).map(({ label, short = label, says }) => ({ label: short, says }))),
    { position: 'absolute', bottom: n(ROUND_FOOT.bottom), height: n(ROUND_FOOT.height) },
  );

const touchables = (buttons: readonly Button[]): readonly Json[] =>
  buttons.map(({ label, says }) => ({ type: 'B', t: label, a: says }));

/** The button, once in a document: lighter while it has the focus or a finger. */
export const button = ({ round, n }: Room): Part => ({
  parameters: ['t', 'a'],
  item: {
    type: 'TouchWrapper',
    id: bound('a'),
    accessibilityLabel: bound('t'),
    paddingRight: n(round ? 8 : 14),
    onPress: { type: 'SendEvent', arguments: [bound('a')] },
    item: {
      type: 'Frame',
      style: 'b',
      inheritParentState: true,
      borderRadius: n(30),
      borderWidth: n(2),
      item: text(bound('t'), n(round ? 21 : 25), {
        height: n(round ? 54 : 60),
        paddingLeft: n(round ? 16 : 22),
        paddingRight: n(round ? 16 : 22),
        textAlignVertical: 'center',
      }),
    },
  },
});

export const STYLES: Part = {
  b: {
    values: [
      { backgroundColor: INK.button, borderColor: '#5C82B8' },
      { when: bound('state.focused || state.pressed'), backgroundColor: '#3A629A', borderColor: INK.text },
    ],
  },
};
