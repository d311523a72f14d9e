/** What synthetic fields are made of. `{thing}` and `{place}` stand for the field's own words. */

/** 50 places × 20 things × 10 roles: a job for each. */
export const PLACES =
  'hospital school harbor airport hotel museum library theater stadium factory brewery bakery vineyard farm forest quarry mine railway warehouse shipyard clinic pharmacy laboratory university bank court prison embassy newsroom studio observatory zoo aquarium nursery orchard dairy mill foundry refinery shelter hostel market depot terminal marina garage printworks sawmill greenhouse archive'.split(
    ' ',
  );

export const THINGS =
  'billing safety inventory training payroll maintenance scheduling quality purchasing energy transport cleaning security catering admissions permits equipment records insurance translation'.split(
    ' ',
  );

export const ROLES =
  'clerk technician coordinator specialist assistant analyst supervisor planner inspector adviser'.split(' ');

export const TOPICS =
  'priorities mistakes visitors deadlines teamwork tools rules change figures handover complaints learning'.split(' ');

/** What interviewers ask: a setup, which may be empty, and the question. */
export const ASKS: readonly (readonly [setup: string, ask: string])[] = [
  ['', 'How do you begin a day of {thing} work at a {place}?'],
  ['A colleague at the {place} leaves a {thing} task half done and goes home.', 'What do you do first?'],
  ['', 'What makes {thing} at a {place} harder than it looks?'],
  ['Two people want {thing} help at the {place} at once, and both call it urgent.', 'How do you choose?'],
  ['', 'Tell me about a time when a {thing} problem reached you late. What came of it?'],
  ['The {place} gets new {thing} rules next month.', 'How do you prepare for them?'],
  ['', 'How do you know that {thing} at the {place} went well this month?'],
  ['A visitor to the {place} is angry about {thing}.', 'What do you say, and what do you do afterwards?'],
];

/** A key point: its id, how it is spoken, its slots, and phrasings that make it. */
export interface PointWords {
  readonly id: string;
  readonly say: string;
  readonly slots: readonly (readonly string[])[];
  readonly examples: readonly string[];
}

export const POINTS: readonly PointWords[] = [
  point('plan', 'making a plan first', ['plan', 'outline', 'map it out'], ['i make a plan first', 'i map it out']),
  point('ask', 'asking whoever knows', ['ask', 'consult', 'talk to'], ['i ask the expert', 'i talk to the team']),
  point('note', 'writing it down', ['write', 'log', 'document'], ['i write it down', 'i log what i did']),
  point('verify', 'checking the result', ['verify', 'double check', 'compare'], ['i double check it', 'i verify it']),
  point(
    'warn',
    'warning the supervisor early',
    ['supervisor', 'manager'],
    ['i tell my manager', 'my supervisor knows'],
  ),
  point('risk', 'naming the risk', ['risk', 'danger', 'hazard'], ['i name the risk', 'i look for danger']),
  point(
    'limit',
    'the limits of your own role',
    ['my role', 'authority'],
    ['that is beyond my role', 'who has authority'],
  ),
  point('calm', 'staying calm', ['calm', 'breathe', 'patient'], ['i stay calm', 'i am patient with them']),
  point('listen', 'listening before answering', ['listen', 'hear them out'], ['i listen first', 'i hear them out']),
  point('date', 'agreeing on a date', ['date', 'deadline', 'by when'], ['we agree on a date', 'i ask by when']),
  point('follow', 'following up afterwards', ['follow up', 'call back'], ['i follow up later', 'i call back']),
  point('share', 'sharing what was learned', ['lesson', 'share', 'teach'], ['i share the lesson', 'i teach others']),
  point('measure', 'a figure to judge by', ['measure', 'number', 'percent'], ['i measure it', 'i look at the number']),
  point('stop', 'stopping when it is unsafe', ['stop', 'halt', 'pause'], ['i stop the work', 'i pause it']),
  point('rule', 'looking up the rule', ['rule', 'policy', 'handbook'], ['i look up the rule', 'i read the handbook']),
  point('backup', 'having a way back', ['backup', 'undo', 'copy'], ['i keep a copy', 'i have a backup']),
];

function point(id: string, say: string, slot: readonly string[], examples: readonly string[]): PointWords {
  return { id, say, slots: [slot], examples };
}
