import { z } from 'zod';
import { openSpeaker } from '../../simulator/open';
import type { ScreenName } from '../../simulator/screens';
import { parseLine } from '../../simulator/script';
import { DIST } from '../paths';

const Part = z.record(z.string(), z.json());

const Response = z.looseObject({
  response: z.looseObject({
    directives: z
      .array(z.looseObject({ type: z.string(), document: Part.optional(), datasources: Part.optional() }))
      .optional(),
  }),
});

/** What the skill sent for one screen of a conversation. */
export interface Picture {
  readonly device: ScreenName;
  /** What was said before, or the name that the conversation gives it. */
  readonly name: string;
  readonly document: z.infer<typeof Part>;
  readonly datasources: z.infer<typeof Part>;
  /** Bytes of the whole response. */
  readonly bytes: number;
}

/** A conversation that shows everything that a screen can show. The name in front of a line is that of the screen after it. */
const CONVERSATION = `
welcome: open interview rehearsal
question: an easy scenario question about disposition
hint: give me a hint
reason: why do they ask that
term: what does retention schedule mean
listening: I would tell them that we can't because the retention schedule says next year
feedback: and maybe check a hold
sample: what's a good answer
points: what should I have said
link: send me the link
two links: more questions
follow-up: ask me a follow-up
after follow up: I would ask my supervisor
next: next question
leave: switch to archivist
stay: no
rehearse: let me rehearse out loud
check: I'm done
checked: yes
all checked: none of them
topics asked: what topics are there
fields asked: which fields are there
settings asked: which settings are there
setting: police
progress: how am I doing
one of three: three questions on retention
one of three heard: I would follow the schedule and check with the department
did you mention: that's all
two of three: next question
two of three heard: I would look at the schedule and ask the owner
two mention: that's all
three of three: next question
summary: skip
links: send me all the links
interview: ten minute mock interview
(end)
back: open interview rehearsal
not on: no
time: remind me every day
half: seven
daily: in the morning
no reminder: no
reset: reset my progress
reset field: this field
kept: no
delete: delete my data
not deleted: no
goodbye: stop
again: open interview rehearsal
topics: what topics are there
fields: which fields are there
settings: which settings are there
end of all: stop
`;

const LINE = /^(?:([^:]+): )?(.+)$/;

/** What is said, and what the screen after it is called. */
const LINES = CONVERSATION.trim()
  .split('\n')
  .map((line) => {
    const [, name, text = ''] = LINE.exec(line) ?? [];
    return { name: name ?? text, text };
  });

/** Has the conversation on a device with a screen: every document that the skill sent, in order. The project must be built, and its
 * handler not loaded yet. Throws when the
 * conversation ends before its last line. */
export async function gallery(device: ScreenName): Promise<readonly Picture[]> {
  const { speaker, close } = await openSpeaker({
    dist: DIST,
    user: 'gallery',
    locale: 'en-US',
    timezone: 'UTC',
    screen: true,
    start: Date.parse('2026-11-24T17:00:00Z'),
    log: () => {},
  });
  const pictures: Picture[] = [];
  try {
    await speaker.play(parseLine(`(screen ${device})`), '');
    for (const { name, text } of LINES) {
      const { turns, note } = await speaker.play(parseLine(text), text);
      if (turns.length === 0) throw new Error(`The gallery's conversation ends too soon, at "${text}": ${note}`);
      for (const { response } of turns) pictures.push(...shownIn(response, device, name));
    }
  } finally {
    await close();
  }
  return pictures;
}

function shownIn(response: unknown, device: ScreenName, name: string): readonly Picture[] {
  const read = Response.safeParse(response);
  const bytes = Buffer.byteLength(JSON.stringify(response ?? ''));
  return (read.data?.response.directives ?? []).flatMap(({ document, datasources }) =>
    document && datasources ? [{ device, name, document, datasources, bytes }] : [],
  );
}
