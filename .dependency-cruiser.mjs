/** Which room may import what. Each rule says why. Checked by `npm test`. */

const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});

const room = (path) => `^${path}/`;
const pkg = (name) => `^node_modules/${name}/`;
const types = '^node_modules/@types/';

const COACH = room('lambda/coach');
const FEEDBACK = room('lambda/feedback');
const BANK_TYPES = '^lambda/bank/types\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Files that import each other in a circle can only be understood together.',
      severity: 'error',
      from: { path: '^(lambda|interaction-model|infra|simulator|tools)/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports is dead, unless it is where something starts.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(lambda|interaction-model|infra|simulator|tools)/',
        pathNot: [
          '^tools/bench/floors/',
          '\\.d\\.ts$',
          '^lambda/index\\.ts$',
          '^tools/serve/standalone\\.ts$',
          '^tools/screens/stage\\.js$',
          '^lambda/adapters/dynamo/environment-credentials\\.ts$',
        ],
      },
      to: {},
    },
    only(
      'coach-is-pure',
      'The coach knows nothing of Alexa, AWS, the clock or chance, so that it can stand behind another voice and be tested without any.',
      COACH,
      [COACH, FEEDBACK, BANK_TYPES, pkg('ts-fsrs')],
    ),
    only(
      'feedback-is-pure',
      'The grader is words in, states out: it needs the compiled question, a stemmer and the sound of words.',
      FEEDBACK,
      [FEEDBACK, BANK_TYPES, pkg('wink-porter2-stemmer'), pkg('double-metaphone')],
    ),
    only(
      'bank-is-data',
      'Look-ups over compiled data. Only the schema, which the build alone uses, may know zod.',
      room('lambda/bank'),
      [room('lambda/bank'), pkg('zod')],
    ),
    {
      name: 'zod-in-the-schema-alone',
      comment: 'A schema library is heavy at a cold start: authors’ files are checked at build time.',
      severity: 'error',
      from: { path: '^lambda/', pathNot: '^lambda/bank/schema\\.ts$' },
      to: { path: [pkg('zod'), '^lambda/bank/schema\\.ts$'] },
    },
    only(
      'words-know-acts',
      'Speech, screens and cards put what the coach decided into words and pictures; they know no voice service and no store.',
      '^lambda/(speech|screen|cards)/',
      ['^lambda/(speech|screen|cards)/', COACH, BANK_TYPES, pkg('uqr')],
    ),
    only(
      'turn-knows-ports',
      'A turn reads, decides and keeps through ports; which database and which voice, it does not know.',
      room('lambda/turn'),
      [room('lambda/turn'), COACH, BANK_TYPES, room('lambda/ports')],
    ),
    only(
      'ports-are-shapes',
      'A port is an interface in the coach’s terms. Nothing of an implementation may show through it.',
      room('lambda/ports'),
      [room('lambda/ports'), COACH],
    ),
    only(
      'alexa-speaks-alexa',
      'Everything of Alexa, and nothing of a database. Of the interaction model it knows names and samples.',
      room('lambda/alexa'),
      [
        room('lambda/alexa'),
        '^lambda/(coach|speech|screen|cards|ports|turn|feedback/types)',
        BANK_TYPES,
        '^interaction-model/(intents|samples|language/)',
        pkg('ask-sdk-core'),
        pkg('ask-sdk-model'),
        pkg('valibot'),
        '^(node:)?crypto$',
      ],
    ),
    only(
      'adapters-serve-ports',
      'An adapter is the only place that knows its database or disk; it knows no voice.',
      room('lambda/adapters'),
      [
        room('lambda/adapters'),
        room('lambda/ports'),
        room('lambda/bank'),
        COACH,
        pkg('@aws-sdk/client-dynamodb'),
        pkg('@smithy'),
        pkg('valibot'),
        '^(node:)?(fs|path|zlib|crypto|buffer)$',
      ],
    ),
    only(
      'model-is-typed-data',
      'The interaction model is data that the function, the simulator and the skill package share.',
      room('interaction-model'),
      [room('interaction-model'), BANK_TYPES, pkg('ask-smapi-model')],
    ),
    only(
      'infra-deploys-what-was-built',
      'The stack takes the bundle and the skill package by path, never the sources behind them.',
      room('infra'),
      [room('infra'), pkg('aws-cdk-lib'), pkg('constructs'), pkg('cdk-nag'), '^(node:)?(fs|path)$'],
    ),
    {
      name: 'function-stands-alone',
      comment: 'What runs in Lambda may not lean on what runs on a laptop.',
      severity: 'error',
      from: { path: '^lambda/' },
      to: { path: '^(simulator|tools|infra|test)/' },
    },
    {
      name: 'simulator-plays-what-was-built',
      comment:
        'The smart speaker plays the built handler and skill package, so that what works there works on a real one.',
      severity: 'error',
      from: { path: '^simulator/' },
      to: { path: '^(infra|test)/|^lambda/(coach|speech|screen|cards|alexa|turn|feedback|index)' },
    },
    {
      name: 'nothing-leans-on-tests',
      comment: 'Tests may look at anything; nothing may look at them.',
      severity: 'error',
      from: { path: '^(lambda|interaction-model|infra|simulator|tools)/' },
      to: { path: '^test/' },
    },
    {
      name: 'declared-packages-alone',
      comment: 'A package that is not declared is not there after `npm ci --omit=dev`.',
      severity: 'error',
      from: { path: '^lambda/', pathNot: '^lambda/bank/schema\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: types },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    preserveSymlinks: true,
    exclude: { path: '\\.(ya?ml|json)$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.d.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    parser: 'swc',
  },
};
