import fc from 'fast-check';
import type { Genuine } from './genuine';

/** What somebody may put where words, names or numbers belong. */
const HOSTILE = [
  '<break time="9s"/>',
  '</speak><speak>',
  '<audio src="https://evil.example/a.mp3"/>',
  '<evil attribute="1">',
  '&lt;evil&gt; & &evil; ]]> <!-- ',
  "\"' onload='x'",
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '\u0000\u0007\u001b[31m',
  '\ud800 alone \udfff',
  '\u202e\u200b\ufeff\uffff',
  '🦓'.repeat(500),
  'i would check the retention schedule '.repeat(1_000),
  '{"version":1}',
  '$(env) {{7*7}} %s %n',
  '../../etc/passwd',
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'NaN',
];

const hostile = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...HOSTILE) }, fc.string({ unit: 'binary' }));
const words = fc.constantFrom(
  'i would follow the retention schedule',
  'yes',
  "that's all",
  'skip',
  'privacy',
  'records technician',
  'seven',
  '07:00',
  'police',
);
const spoken = fc.oneof(words, hostile);

/** Nested so deeply that whoever walks it by recursion falls. */
const deep = fc.integer({ min: 10, max: 3_000 }).map((depth) => {
  let value: unknown = 'deep';
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { a: value };
  return value;
});
const junk = fc.oneof(
  { weight: 6, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 3, arbitrary: hostile },
  { weight: 1, arbitrary: deep },
  {
    weight: 1,
    arbitrary: fc.constantFrom(2, -1, 1e308, Number.MAX_SAFE_INTEGER, true, null, [], {}, 'x'.repeat(150_000)),
  },
);

const NAMES = ['__proto__', 'constructor', 'toString', 'AMAZON.StopIntent ', 'answerintent', ''];
const resolution = fc
  .oneof(spoken, fc.constantFrom('privacy-confidentiality', 'records-technician', 'entry', 'police'))
  .map((id) => ({
    resolutionsPerAuthority: [{ status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: { name: id, id } }] }],
  }));
const slot = fc.record(
  { name: spoken, value: spoken, resolutions: fc.oneof(resolution, junk), confirmationStatus: fc.constant('NONE') },
  { requiredKeys: [] },
);

const requestOf = ({ intents }: Genuine) => {
  const intent = fc.constantFrom(...intents).chain(({ name, slots }) =>
    fc.record({
      type: fc.constant('IntentRequest'),
      intent: fc.record({
        name: fc.oneof({ weight: 8, arbitrary: fc.constant(name) }, fc.constantFrom(...NAMES)),
        slots: fc.dictionary(fc.constantFrom(...slots, '__proto__', 'constructor', 'other'), slot),
      }),
    }),
  );
  const other = fc.record({
    type: fc.oneof(
      fc.constantFrom(
        'SessionEndedRequest',
        'SessionResumedRequest',
        'Connections.Response',
        'Alexa.Presentation.APL.UserEvent',
        'AlexaSkillEvent.SkillEnabled',
        'AlexaSkillEvent.SkillPermissionChanged',
        'CanFulfillIntentRequest',
        'AudioPlayer.PlaybackStarted',
      ),
      hostile,
    ),
    cause: fc.oneof(fc.record({ token: spoken, status: fc.record({ code: spoken }), result: junk }), junk),
    arguments: junk,
    body: junk,
    error: junk,
  });
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant({ type: 'LaunchRequest' }) },
    { weight: 14, arbitrary: intent },
    { weight: 3, arbitrary: other },
  );
};

const TIMES = [
  '2026-11-24T17:00:00Z',
  '1970-01-01T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '2026-13-45',
  'yesterday',
  '',
];
const time = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .integer({ min: 0, max: 40_000 })
      .map((m) => new Date(Date.UTC(2026, 10, 24) + m * 60_000).toISOString()),
  },
  fc.constantFrom(...TIMES),
);

/** A place inside a value: the n-th of what is there, from the top on; junk goes there. */
interface Change {
  readonly path: readonly number[];
  readonly value: unknown;
}
const change: fc.Arbitrary<Change> = fc.record({
  path: fc.array(fc.nat(30), { minLength: 1, maxLength: 7 }),
  value: junk,
});

/** Puts junk in the place of something, as deep as the path leads. */
function changed(value: unknown, { path, value: put }: Change): unknown {
  const [first, ...rest] = path;
  if (first === undefined || typeof value !== 'object' || value === null) return put;
  const keys = Object.keys(value);
  const key = keys[first % (keys.length || 1)];
  if (key === undefined) return put;
  const entries = Object.entries(value).map(([k, v]) => [k, k === key ? changed(v, { path: rest, value: put }) : v]);
  return Array.isArray(value) ? entries.map(([, v]) => v) : Object.fromEntries(entries);
}

const changes = (most: number) => fc.array(change, { maxLength: most });
const withChanges = (value: unknown, all: readonly Change[]): unknown => all.reduce(changed, value);

/** Attributes of a session: as the skill gave them, edited, of a version to come, or anything. */
const attributesOf = ({ attributes }: Genuine) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant({}) },
    { weight: 8, arbitrary: fc.constantFrom(...attributes) },
    {
      weight: 8,
      arbitrary: fc.tuple(fc.constantFrom(...attributes), changes(3)).map(([given, all]) => withChanges(given, all)),
    },
    { weight: 1, arbitrary: fc.constantFrom(...attributes).map((given) => ({ ...given, version: 2 })) },
    { weight: 1, arbitrary: junk },
  );

/** Envelopes as Alexa sends them, and as somebody else might. What they hold is JSON. */
export function envelopes(genuine: Genuine): fc.Arbitrary<unknown> {
  const user = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...genuine.users) }, hostile);
  const skill = fc.oneof(
    { weight: 12, arbitrary: fc.constant(genuine.skillId) },
    hostile,
    fc.constant('amzn1.ask.skill.other'),
  );
  const locale = fc.oneof({ weight: 9, arbitrary: fc.constantFrom('en-US', 'en-GB', 'en-IN') }, hostile);
  const plain = fc
    .record({
      user,
      person: fc.option(fc.oneof(fc.constant('amzn1.ask.person.SAM'), hostile), { nil: undefined }),
      skill,
      sessionId: fc.oneof({ weight: 9, arbitrary: fc.constantFrom('one', 'two') }, hostile),
      attributes: attributesOf(genuine),
      request: requestOf(genuine),
      requestId: fc.uuid(),
      timestamp: time,
      locale,
    })
    .map(
      ({
        user: userId,
        person,
        skill: applicationId,
        sessionId,
        attributes,
        request,
        requestId,
        timestamp,
        locale: l,
      }) => {
        const application = { applicationId };
        return {
          version: '1.0',
          session: { new: false, sessionId, application, attributes, user: { userId } },
          context: {
            System: {
              application,
              user: { userId },
              ...(person !== undefined && { person: { personId: person } }),
              device: { deviceId: 'device', supportedInterfaces: {} },
            },
          },
          request: { requestId, timestamp, locale: l, ...request },
        };
      },
    );
  const mutated = fc.tuple(plain, changes(3)).map(([whole, all]) => withChanges(whole, all));
  return fc
    .oneof({ weight: 12, arbitrary: plain }, { weight: 6, arbitrary: mutated }, { weight: 1, arbitrary: junk })
    .map(overTheWire);
}

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
