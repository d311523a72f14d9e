/**
 * One spelling for every word: American, since the stemmer was made for it. Both sides (bank and answer) pass through here,
 * so a rule that bends a rare word does so on both sides and still matches.
 */

/** Words ending in -ise that are no British form of -ize, where relatives without the e would part ways (advise, advisor). */
const TRUE_ISE =
  /(?:adv|rev|superv|telev|improv|dev|exerc|enterpr|compr|comprom|prom|prec|conc|ra|pra|no|po|w|ar|prem|paradi|expert|franch|merchand|disgu|surpr|exc|circumc|desp|adverti)is/;
const ISE = /(\w{2,}[^e])is(e|es|ed|ing|er|ers|ations?|able)$/;
const YSE = /(anal|paral|catal)ys(e|ed|er|ers|ing)$/;
const OUR = /(\w{2,})our(s|ed|ing|al|able|ful|ite|ites|less)?$/;
const OGUE = /(catal|dial|anal|monol|prol|epil)ogu(?:e(s|d|r|rs)?|(ing))$/;
const RE = /(cent|theat|fib|lit|met|sab|calib|spect|lust)re(s|d)?$/;
/** Verbs whose doubled l the stemmer does not undo by itself. */
const DOUBLE_L = /^(model|channel|fuel|counsel|dial|initial|parcel|marshal)l(ed|ing|er|ers|or|ors)$/;
const AE = /([a-z])ae(?=[a-z])/;

const SINGLE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    programme: 'program',
    programmes: 'programs',
    defence: 'defense',
    offence: 'offense',
    licence: 'license',
    licences: 'licenses',
    pretence: 'pretense',
    practise: 'practice',
    practised: 'practiced',
    practises: 'practices',
    practising: 'practicing',
    judgement: 'judgment',
    acknowledgement: 'acknowledgment',
    ageing: 'aging',
    grey: 'gray',
    mould: 'mold',
    moulds: 'molds',
    mouldy: 'moldy',
    artefact: 'artifact',
    artefacts: 'artifacts',
    manoeuvre: 'maneuver',
    enquire: 'inquire',
    enquiry: 'inquiry',
    enquiries: 'inquiries',
    sceptical: 'skeptical',
    enrol: 'enroll',
    fulfil: 'fulfill',
    fulfilment: 'fulfillment',
    instalment: 'installment',
    skilful: 'skillful',
    learnt: 'learned',
    burnt: 'burned',
    spelt: 'spelled',
    spoilt: 'spoiled',
    whilst: 'while',
    amongst: 'among',
    towards: 'toward',
    afterwards: 'afterward',
    storey: 'story',
    sulphur: 'sulfur',
    aluminium: 'aluminum',
    plough: 'plow',
    tyre: 'tire',
    '1st': 'first',
    '2nd': 'second',
    '3rd': 'third',
  }),
);

/** Gives the American spelling of a lower-case word; a word that has one spelling comes back as it is. */
export function american(word: string): string {
  const known = SINGLE.get(word);
  if (known !== undefined) return known;
  if (word.length < 5) return word;
  const one = word
    .replace(OGUE, '$1og$2$3')
    .replace(YSE, '$1yz$2')
    .replace(OUR, '$1or$2')
    .replace(RE, '$1er$2')
    .replace(DOUBLE_L, '$1$2')
    .replace(AE, '$1e');
  return TRUE_ISE.test(one) ? one : one.replace(ISE, '$1iz$2');
}

/** Words that recognition writes apart or together as it pleases: joined here (nouns) … */
const JOINED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'e mail': 'email',
    'data base': 'database',
    'meta data': 'metadata',
    'web site': 'website',
    'bar code': 'barcode',
    'work flow': 'workflow',
    'time stamp': 'timestamp',
    'check list': 'checklist',
    'spread sheet': 'spreadsheet',
    'life cycle': 'lifecycle',
    'micro film': 'microfilm',
    'micro fiche': 'microfiche',
    'file name': 'filename',
    'paper work': 'paperwork',
    'time line': 'timeline',
    'dead line': 'deadline',
    'log book': 'logbook',
    'hand writing': 'handwriting',
    'on line': 'online',
    'on site': 'onsite',
    'off site': 'offsite',
    'per cent': 'percent',
    // Numbers are read before.
    'no 1': 'nobody',
    'instead of': 'insteadof',
    'rather than': 'ratherthan',
  }),
);

const JOINS: ReadonlySet<string> = new Set([...JOINED.keys()].flatMap((pair) => pair.split(' ').slice(0, 1)));

/** … and parted here (verbs with a particle, so that "backed up" and "backup" share their stems). */
const PARTED: ReadonlyMap<string, readonly [string, string]> = new Map(
  Object.entries({
    backup: ['back', 'up'],
    cleanup: ['clean', 'up'],
    lookup: ['look', 'up'],
    setup: ['set', 'up'],
    followup: ['follow', 'up'],
    pickup: ['pick', 'up'],
    mixup: ['mix', 'up'],
    signoff: ['sign', 'off'],
    signout: ['sign', 'out'],
    checkout: ['check', 'out'],
    handoff: ['hand', 'off'],
    handover: ['hand', 'over'],
    login: ['log', 'in'],
    logout: ['log', 'out'],
    rollout: ['roll', 'out'],
    shutdown: ['shut', 'down'],
  }),
);

/** The single word that two neighbours make ("bar codes" → "barcode"), if they make one. */
export function joined(first: string, second: string): string | undefined {
  if (!JOINS.has(first)) return undefined;
  return JOINED.get(`${first} ${second}`) ?? JOINED.get(`${first} ${second.replace(/s$/, '')}`);
}

/** The two words that a compound is made of ("backups" → back, up), if it is one. */
export function parted(word: string): readonly [string, string] | undefined {
  return PARTED.get(word) ?? PARTED.get(word.replace(/s$/, ''));
}
