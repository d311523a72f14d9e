import { StaticAplTemplateValidator } from 'apl-suggester';
import jsQR from 'jsqr';
import { touched } from '../../lambda/alexa/hear';
import { isScreenName, SCREENS } from '../../simulator/screens';
import { gallery, type Picture } from '../../tools/screens/gallery';
import { chromiumPath, openPainter, type Painter } from '../../tools/screens/painter';
import { buttonsIn, pagesIn } from './documents';
import { faultsOf } from './faults';

/** Bytes of a response with a screen; of one with codes. */
const LARGEST = 6 * 1024;
const LARGEST_WITH_CODES = 24 * 1024;

const devices = Object.keys(SCREENS).filter(isScreenName);
const browser = chromiumPath();
if (browser === undefined)
  process.stderr.write('NOT RUN: the screens are not drawn, because there is no Chromium here.\n');

let painter: Painter | undefined;
beforeAll(async () => {
  if (browser !== undefined) painter = await openPainter(browser);
}, 120_000);
afterAll(() => painter?.close());

describe.each(devices)('on a %s screen', (device) => {
  let pictures: readonly Picture[] = [];
  beforeAll(async () => {
    // The built skill reads its environment as it loads.
    jest.resetModules();
    pictures = await gallery(device);
  }, 120_000);

  test('every document passes the linter', async () => {
    const validator = new StaticAplTemplateValidator();
    for (const { name, document } of pictures) expect([name, await validator.validate(document)]).toEqual([name, []]);
  });

  test('responses stay small', () => {
    const tooLarge = pictures.filter((one) => one.bytes >= (pagesIn(one).length > 0 ? LARGEST_WITH_CODES : LARGEST));
    expect(tooLarge.map(({ name, bytes }) => [name, bytes])).toEqual([]);
  });

  test('every button sends what the skill understands', () => {
    const sent = pictures.flatMap((one) => buttonsIn(one).map(({ says }) => says));
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter((says) => touched([says]).kind === 'unknown')).toEqual([]);
  });

  if (browser === undefined) return;

  test('every document is drawn whole, readable and in its place', async () => {
    const faults: string[] = [];
    for (const picture of pictures) {
      const seen = await drawn(picture);
      faults.push(...faultsOf(picture, seen).map((fault) => `${picture.name}: ${fault}`));
    }
    expect(faults).toEqual([]);
  }, 300_000);

  test('every button that can be touched sends its argument', async () => {
    const first = new Map(pictures.map((one) => [JSON.stringify(buttonsIn(one)), one]));
    for (const picture of first.values()) {
      const { texts } = await drawn(picture);
      const shown = buttonsIn(picture).flatMap(({ label, says }) => {
        const text = texts.findLast((one) => one.text === label);
        return text ? [{ says, box: text.box }] : [];
      });
      for (const { box } of shown) await painter?.touch(box);
      expect(await painter?.touched(shown.length)).toEqual(shown.map(({ says }) => [says]));
      expect(shown).toHaveLength(buttonsIn(picture).length);
    }
  }, 300_000);

  test('codes lead to the pages beside them', async () => {
    const linking = pictures.filter((one) => pagesIn(one).length > 0);
    expect(linking.length).toBeGreaterThan(1);
    for (const picture of linking) {
      const { graphics } = await drawn(picture);
      const onScreen = graphics.filter(({ box, frame }) => box.right <= frame.right && box.bottom <= frame.bottom + 2);
      expect(onScreen.length).toBeGreaterThan(0);
      for (const [i, { box }] of onScreen.entries()) {
        const pixels = await painter?.pixels(box);
        const read = pixels && jsQR(pixels.data, pixels.width, pixels.height);
        expect(withoutWww(read?.data)).toContain(pagesIn(picture)[i]?.split('/')[0]);
      }
    }
  }, 300_000);
});

const drawn = async (picture: Picture) => {
  if (painter === undefined) throw new Error('The renderer did not start.');
  return painter.draw(picture);
};

const withoutWww = (address: string | undefined): string => address?.replace(/^https:\/\/(www\.)?/, '') ?? '';
