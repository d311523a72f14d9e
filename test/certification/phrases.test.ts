import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openSpeaker } from '../../simulator/open';
import { DIST, PACKAGE_DIST } from '../../tools/paths';

const Manifest = z.object({
  manifest: z.object({
    publishingInformation: z.object({
      locales: z.record(z.string(), z.object({ examplePhrases: z.array(z.string()) })),
    }),
  }),
});
const { locales } = Manifest.parse(JSON.parse(readFileSync(join(PACKAGE_DIST, 'skill.json'), 'utf8'))).manifest
  .publishingInformation;

const phrases = Object.entries(locales).flatMap(([locale, { examplePhrases }]) =>
  examplePhrases.map((phrase, i) => ({ locale, phrase, first: i === 0 })),
);

/** The built skill reads its environment as it loads. */
beforeEach(() => jest.resetModules());

test.each(phrases)(
  'row d2: in $locale, "$phrase" works on a speaker as it stands',
  async ({ locale, phrase, first }) => {
    const opened = await openSpeaker({
      dist: DIST,
      user: 'reviewer',
      locale,
      timezone: 'UTC',
      screen: false,
      start: Date.parse('2026-11-24T17:00:00Z'),
      log: () => {},
    });
    try {
      const spoken = phrase.replace(/^Alexa, /, '');
      const { turns } = await opened.speaker.play({ does: 'say', text: spoken }, spoken);
      const [turn] = turns;
      expect(turns).toHaveLength(1);
      expect(turn?.open).toBe(true);
      if (first) expect(turn?.request?.request.type).toBe('LaunchRequest');
      else expect(turn?.understood?.intent).toBe('AskQuestionIntent');
      expect(turn?.warnings).toEqual([]);
    } finally {
      await opened.close();
    }
  },
);
