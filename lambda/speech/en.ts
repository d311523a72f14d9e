import type { Setting } from '../bank/types';
import type { Act, Acts, Ask, Asks, Choice, Feedback, HelpPlace, Tally } from '../coach/acts';
import type { Day } from '../coach/card';
import { ERASING } from './erasing';
import type { Pronounce } from './lexicon';
import { PROGRESS } from './progress';
import { REHEARSAL, THINKING } from './quiet';
import { REMINDING_ACTS, REMINDING_ASKS, REMINDING_REPROMPTS } from './reminding';
import { afresh, count, counted, dayName, list, pick, sentence } from './say';
import { correctionIn, WHOSE } from './whose';

/** What the words may depend on beside the act: the key of variation, the day, the locale. */
export interface Voice {
  readonly key: string;
  readonly today: Day;
  readonly locale: string;
  /** What was asked last, as it was spoken. */
  readonly asked?: string;
  /** Address of the folder with the quiet recordings; absent where there is none. */
  readonly quiet?: string;
  /** Marks up what the lexicon says otherwise than it is written. */
  readonly pronounce?: Pronounce;
}

/** English for every act. One idea a sentence; the question comes later, from what is asked. */
export const ACTS: { readonly [K in keyof Acts]: (act: Act<K>, v: Voice) => string } = {
  welcome: (a) =>
    `Welcome to Interview Rehearsal. I ask interview questions for ${a.plural}, listen to your answer, and tell you what a strong answer would add. It's practice, not legal advice.`,
  'welcome-back': (a) => `${a.brief ? 'Hello again.' : 'Welcome back to Interview Rehearsal.'}${dueSentence(a.due)}`,
  'was-answering': (a) =>
    `${welcome(a)}You had begun an answer about ${a.topic}. ${a.said === 0 ? 'There was too little to count yet.' : `I've counted what I heard: ${share(a.said, a.of)}.`}`,
  'was-asked': (a) => `${welcome(a)}You were on a question about ${a.topic}.`,
  'not-saved': () => "I can't reach your progress right now, so today's may not be kept.",
  'newer-kept': () => "Sorry, a newer version of me keeps your progress, so I can't add today's to it.",
  forgotten: () => 'Your progress was deleted meanwhile, so I end here. Open interview rehearsal to begin afresh.',
  introduce: (a, v) => `${pick(`${v.key}intro`, OPENINGS[a.after ?? 'none'])} ${a.topic}${WHOSE[a.jurisdiction]}.`,
  'nothing-fits': () => 'I have no question like that, so here is another.',
  'nothing-left': () => "That's everything like it for today. Here is something else.",
  again: (_, v) => pick(v.key, ['Once more, then.', "Let's take it again.", 'Here it is again.']),
  'seen-all': () => "You've had everything that fits today. Here is one of them again.",
  listening: () => "I'm listening.",
  pause: (_, v) => `${v.quiet === undefined ? 'Take a moment.' : "Take half a minute. I'll be quiet."}${THINKING}`,
  ready: () => 'Ready?',
  plan: (a) =>
    `${sentence(counted(a.count, 'question'))}${a.about === undefined ? '' : ` on ${a.about}`}. Feedback comes after each.`,
  interview: (a) => `This is a mock interview with ${counted(a.count, 'question')}. I'll keep my feedback for the end.`,
  place: (a) => (a.number === a.count ? 'Last question.' : `Question ${count(a.number)} of ${count(a.count)}.`),
  thanks: (_, v) => pick(v.key, ['Thank you.', 'All right, thank you.', 'Thanks.']),
  'that-one-done': () => 'All right, that one is done.',
  fine: (_, v) => pick(v.key, ["That's fine.", "That's all right.", 'No problem.']),
  calm: (_, v) =>
    pick(v.key, [
      "That's all right. This is the place to practise.",
      "That's fine. There is no rush, and nothing at stake.",
    ]),
  'would-do': () => "That's fine. Then say what you would do.",
  'in-short': (a) => `It comes down to this. ${a.points.map(sentence).join('. ')}.`,
  later: () => "I'll come to that at the end of the interview.",
  'share-done': () => "You've done today's share: the rest keeps until tomorrow.",
  'nothing-to-plan': () => 'I have nothing to plan a session from.',
  'was-in-session': (a) =>
    `${welcome(a)}You were on question ${count(a.number)} of ${count(a.count)}${a.interview ? ' of your mock interview' : ''}.`,
  'session-kept': () => "I'll keep the rest of the session for next time.",
  debrief: (a, v) => debrief(a, v),
  walk: (a, v) => `Question ${count(a.number)}, about ${a.topic}. ${feedback(a.feedback, v)}`,
  links: (a) => `I've put ${counted(a.count, 'page')} in your Alexa app.`,
  hint: (a) => `Here's a hint. ${a.text}`,
  why: (a) => a.text,
  means: (a) => (begins(a.meaning, a.term) ? a.meaning : `${sentence(a.term)}: ${a.meaning}`),
  'no-term': (a) =>
    a.said === undefined ? 'There is no special term in this one.' : `Sorry, I have no explanation for ${a.said}.`,
  rate: (a) => rateWords(a.rate, a.limit),
  'no-words': () => "I didn't catch the words.",
  'nothing-yet': () => "I haven't heard an answer yet.",
  'not-understood': (_, v) => pick(v.key, ["Sorry, I didn't get that.", "I'm not sure what you meant."]),
  'told-before': (a) => a.told,
  'not-written': (a) => `This one is still a draft, and nobody has written ${NOT_WRITTEN[a.what]} for it yet.`,
  'no-question': () => 'There is no question on the table yet.',
  feedback: (a, v) => feedback(a.feedback, v),
  'in-passing': (a, v) =>
    [
      a.correction === undefined ? '' : correctionIn(v.locale, a.correction),
      a.covered === undefined ? '' : `You covered ${a.covered}${andMore(a.more)}.`,
      a.missing === undefined ? '' : `I didn't hear ${a.missing}.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  counted: (a) => `All right, I'll count ${a.say}.`,
  'not-counted': () => "Then I'll leave it.",
  'nothing-to-count': () => 'Everything you said counts already.',
  'heard-words': (a) => `I heard: ${firstWords(a.text)}.`,
  'heard-nothing': () => "I haven't heard any words yet.",
  sample: (a) => (a.long ? a.text : `Here's one way to say it. ${a.text}`),
  'key-points': (a) =>
    `Here's what interviewers listen for. ${a.points.map(sentence).join('. ')}.${a.more > 0 ? ' The rest is in your Alexa app.' : ''}`,
  skipped: (_, v) => pick(v.key, ['Skipped.', 'Moving on.']),
  'nothing-before': () => 'There is no question before this one.',
  checking: (a) =>
    a.draft
      ? "I can't judge this one yet, so check yourself. Answer with yes or no."
      : `Then check yourself against ${counted(a.count, 'key point')}. Answer each with yes or no.`,
  checked: (a, v) =>
    `${a.said === 0 ? 'None yet, and now you know the points' : sentence(share(a.said, a.of))}.${comesBack(a.next, v)}`,
  rehearse: (a, v) =>
    v.quiet === undefined
      ? `I can only keep quiet for ten seconds here, so give the short version out loud. Starting now.${THINKING}`
      : `You have ${LENGTHS[a.seconds]}. I'll stay quiet until it's over. To finish early, say: Alexa, I'm done. Starting now.${REHEARSAL[a.seconds]}`,
  'time-up': () => "Time. Let's check it together.",
  'checks-alone': () =>
    "From now on you check your own answers. Give your answer out loud, then say: I'm done. Say listen to my answers to change back.",
  'listens-again': () => 'From now on I listen to your answers and tell you what I heard.',
  overridden: (a, v) => `${OVERRIDDEN[a.rating]}${comesBack(a.next, v)}`,
  'too-late': () => "It's too late to change how that one counts.",
  'no-answer-known': () => "That's fine. This is the place not to know it.",
  'field-is': (a) => (a.already ? `We are already practising for ${a.plural}.` : `Now we practise for ${a.plural}.`),
  'no-field': (a) => (a.said === undefined ? "I don't have that field yet." : `I don't have ${a.said} yet.`),
  fields: (a) => `I have ${names(a.names, a.more)}${a.names.length === 1 ? ' so far' : ''}.`,
  topics: (a) => `There are topics such as ${names(a.names, a.more)}.`,
  'topic-of': (a) => `That's a topic for ${a.plural}.`,
  'no-topic': (a) => `I have nothing on ${a.said}.`,
  'topic-elsewhere': (a) => `${sentence(a.said)} is a topic for ${a.plural}. To practise it, say: switch to ${a.name}.`,
  'setting-is': (a) => settingIs(a),
  'setting-gone': (a) =>
    a.already ? 'There is no special setting now.' : 'All right, no special setting from now on.',
  settings: (a) =>
    `I have questions for ${names(
      a.names.map((setting) => PLACES[setting]),
      a.more,
    )}.`,
  'no-settings': () => 'There are no questions for a special setting in this field yet.',
  'no-setting': (a) => `I have no questions for ${a.said} yet.`,
  link: (a) => `I've put ${a.name} in your Alexa app.`,
  'no-link': () => 'I have no page for that yet.',
  'pages-of': (a) => `I've put ${a.name} in your Alexa app, and ${counted(a.more, 'page')} to follow.`,
  'more-questions': (a) => `I've put ${a.name} in your Alexa app, with more questions.`,
  ...REMINDING_ACTS,
  help: (a) => (a.brief ? HELP_BRIEF[a.here] : HELP[a.here]),
  'kept-open': () => "I'll keep this question for next time.",
  goodbye: (a, v) => goodbye(a.tally, v),
  ...PROGRESS,
  ...ERASING,
};

/** English for what is asked. */
export const ASKS: { readonly [K in keyof Asks]: (ask: Ask<K>, v: Voice) => string } = {
  question: (a) => (a.setup === undefined ? a.text : `${a.setup} ${a.text}`),
  'follow-up': (a) => a.text,
  'go-ahead': () => 'Go ahead with your answer.',
  'in-your-time': (_, v) =>
    afresh(v.asked, ['Go on in your own time, or say hint, or skip.', 'Take your time, or say hint, or skip.']),
  'start-with': () => 'Start with: my answer is.',
  'keep-going': (_, v) => afresh(v.asked, MORE),
  add: (_, v) => afresh(v.asked, ["Go on, or say that's all.", "I'm listening. Go on, or say that's all."]),
  'go-further': (_, v) => afresh(v.asked, MORE),
  probe: (a) => a.text,
  'more-today': () => 'Would you like more all the same?',
  'walk-through': () => 'Shall we go through your answers one by one?',
  'walk-on': () => 'Shall I go on to the next one?',
  'send-links': () => 'Shall I send you the pages to read?',
  'self-check': () => 'Would you like to check yourself against the key points, or try once more?',
  'question-or-practice': () => 'Would you like one question, or a practice session?',
  start: () => 'Would you like a question?',
  'go-on': () => 'Shall we go on with it?',
  'which-field': () => 'Which one would you like?',
  'which-topic': () => 'Which one would you like?',
  'which-setting': () => 'Which one is yours?',
  choose: (a) => choose(a.choices),
  'did-you-mention': (a) => `Did you mention ${a.say}?`,
  'check-point': (a, v) =>
    a.first
      ? `Did you mention ${a.say}?`
      : pick(`${v.key}${a.say}`, [`And ${a.say}?`, `What about ${a.say}?`, `Did you mention ${a.say}?`]),
  leave: () => 'Leave this question?',
  ...REMINDING_ASKS,
  'which-reset': (a) => `Reset your progress for ${a.plural} alone, or for every field?`,
  'reset-field': (a) => `Reset your progress for ${a.plural}?`,
  'reset-all': () => 'Reset all your progress?',
  'delete-all': () => 'Delete it all?',
  'erase-again': () => 'Shall I try again?',
  'as-before': (a) => a.asked,
};

/** The same in other, shorter words, for whoever stayed silent. */
export const REPROMPTS: { readonly [K in keyof Asks]: (ask: Ask<K>, v: Voice) => string } = {
  question: () => 'Take your time. You can say hint, give me a moment, or skip.',
  'follow-up': () => "Take your time, or say that's all.",
  'go-ahead': () => 'Take your time. You can say hint, give me a moment, or skip.',
  'in-your-time': () => "I'm still listening. Hint, or skip?",
  'start-with': () => 'Say: my answer is, and go on. Or say skip.',
  'keep-going': (a, v) => `${feedback(a.feedback, v)} ${choose(a.choices)}`,
  add: () => "I'm still listening. Say that's all when you are done.",
  'go-further': () => "I'm still listening. Say that's all, and I'll go on.",
  probe: () => "Take your time, or say that's all.",
  'more-today': () => 'More for today? Say yes or no.',
  'walk-through': () => 'Go through them? Say yes or no.',
  'walk-on': () => 'The next one? Say yes or no.',
  'send-links': () => 'Send them? Say yes or no.',
  'self-check': () => 'Say self check, or try again.',
  'question-or-practice': () => 'Say one question, or practice session.',
  start: () => 'Shall I ask one? Say yes, no, or help.',
  'go-on': () => 'Go on with it? Say yes or no.',
  'which-field': () => 'Say the name of one.',
  'which-topic': () => 'Say the name of one, or say any question.',
  'which-setting': () => 'Say the name of one, or say no setting.',
  choose: (a) =>
    `Say ${list(
      a.choices.map((c) => CHOICES[c].name),
      'or',
    )}.`,
  'did-you-mention': () => 'Did you? Say yes or no.',
  'check-point': () => 'Did you say that? Yes or no.',
  leave: () => 'Leave it? Say yes or no.',
  ...REMINDING_REPROMPTS,
  'which-reset': () => 'Say this field, or every field.',
  'reset-field': () => 'Reset it? Say yes or no.',
  'reset-all': () => 'Reset all of it? Say yes or no.',
  'delete-all': () => 'Delete everything? Say yes or no.',
  'erase-again': () => 'Once more? Say yes or no.',
  'as-before': (a) => a.reprompt,
};

const MORE = ["Keep going, or say that's all.", "What else? Or say that's all."] as const;

const CHOICES: { readonly [C in Choice]: { readonly name: string; readonly offer: string } } = {
  sample: { name: 'sample answer', offer: 'a sample answer' },
  'try-again': { name: 'try again', offer: 'another try' },
  next: { name: 'next question', offer: 'the next question' },
  debrief: { name: 'summary', offer: 'the summary' },
};

const choose = (choices: readonly Choice[]): string => {
  if (choices.length === 1 && choices[0] === 'debrief') return 'Shall I sum it up?';
  const offers = choices.map((c) => CHOICES[c].offer);
  return offers.length === 1
    ? 'Next question?'
    : `Would you like ${offers.length > 2 ? list3(offers) : list(offers, 'or')}?`;
};

const welcome = ({ greets }: { readonly greets: boolean }): string => (greets ? 'Welcome back. ' : '');

const LENGTHS = { 30: 'half a minute', 60: 'one minute', 90: 'a minute and a half' } as const;

const NOT_WRITTEN = {
  hint: 'a hint',
  reason: 'why they ask it',
  sample: 'a sample answer',
  'follow-up': 'a follow-up',
} as const;

/** Follows "questions for …". */
const PLACES: { readonly [S in Setting]: string } = {
  police: 'police records',
  health: 'health records',
  'document-control': 'document control',
  'court-clerk': "courts and clerks' offices",
  federal: 'federal records',
  university: 'university records',
  corporate: 'corporate records',
};

function settingIs({ setting, already, here }: Act<'setting-is'>): string {
  const place = PLACES[setting];
  if (!here) return `I'll keep that in mind. In this field I have no questions for ${place} yet.`;
  return already
    ? `Questions for ${place} come up already.`
    : `All right. From now on, questions for ${place} come up, too.`;
}

const OVERRIDDEN = {
  again: 'Then it counts as one to learn.',
  hard: 'All right, it counts as hard.',
  good: 'All right.',
  easy: 'All right, it counts as easy.',
} as const;

/** Three choices, with a breath before the last. */
const list3 = (items: readonly string[]): string => `${items.slice(0, -1).join(', ')}, or ${items.at(-1) ?? ''}`;

const dueSentence = (due: number): string =>
  due === 0 ? '' : ` ${sentence(counted(due, 'question'))} ${due === 1 ? 'is' : 'are'} due.`;

/** What leads over to a topic, by what the one before was: nobody turns to where they are. */
const OPENINGS = {
  none: ['Here is one about', "Let's begin with"],
  other: ['The next one is about', 'Now one about', "Let's turn to"],
  same: ['Another one about', 'Here is one more about'],
} as const;

/** Up to 45 words: what was covered, one correction if there is one, the one or two points that were not heard. */
function feedback(f: Feedback, v: Voice): string {
  if (f.empty) return "I haven't heard an answer yet.";
  const parts = [opening(f, v), covered(f), ...f.corrections.map((c) => correctionIn(v.locale, c)), missing(f)];
  return parts.filter((part) => part !== '').join(' ');
}

/** Praise only where it is due, and never before there is something to tell. */
function opening(f: Feedback, v: Voice): string {
  if ((f.gained ?? f.covered).length === 0) return '';
  if (f.corrections.length > 0) return '';
  if (f.coverage >= 0.9) return pick(v.key, ['Strong answer.', 'That was a strong answer.', 'Very good.']);
  if (f.coverage >= 0.5) return pick(v.key, ['Good start.', "That's a good part of it.", 'You are on your way.']);
  return '';
}

function covered(f: Feedback): string {
  if (f.gained !== undefined) {
    return f.gained.length > 0 ? `New this time: ${list(f.gained)}.` : 'I heard nothing new this time.';
  }
  return f.covered.length === 0 ? '' : `You covered ${list(f.covered)}${andMore(f.more)}.`;
}

const andMore = (more: number): string => (more > 0 ? `, plus ${counted(more, 'more point')}` : '');

function missing(f: Feedback): string {
  const [first, second] = f.missing;
  if (first === undefined) return f.coverage >= 1 ? "That's every point." : '';
  if (f.coverage >= 1) return `You could still add ${first.say}.`;
  if (!first.must)
    return `I didn't hear ${list(
      [first, ...(second ? [second] : [])].map((m) => m.say),
      'or',
    )}, which would make it stronger.`;
  if (second === undefined) return `I didn't hear ${first.say}, and that is a point that interviewers listen for.`;
  return second.must
    ? `I didn't hear ${list([first.say, second.say], 'or')}, and interviewers listen for those.`
    : `I didn't hear ${first.say}, which interviewers listen for. You could also mention ${second.say}.`;
}

/** "Two of three points". */
const share = (said: number, of: number): string => `${count(said)} of ${counted(of, 'point')}`;

/** True if a meaning opens with its term, so that it need not be named before. */
const begins = (meaning: string, term: string): boolean =>
  meaning
    .toLowerCase()
    .slice(0, term.length + 4)
    .includes(term);

const names = (all: readonly string[], more: number): string => list(more > 0 ? [...all, `${count(more)} more`] : all);

function rateWords(rate: string, limit: boolean): string {
  if (limit) return rate === 'slow' ? "That's as slow as I can speak." : "That's as fast as I can speak.";
  return (
    { slow: "I'll speak more slowly.", medium: "I'll speak at my usual pace.", fast: "I'll speak faster." }[rate] ?? ''
  );
}

const MOST_WORDS_REPEATED = 40;
/** Characters: words without blanks are none that somebody said. */
const MOST_REPEATED = 600;

function firstWords(text: string): string {
  const words = text.split(/\s+/);
  const first = words.slice(0, MOST_WORDS_REPEATED).join(' ').slice(0, MOST_REPEATED);
  return words.length <= MOST_WORDS_REPEATED && text.length <= MOST_REPEATED ? text : `${first}, and more`;
}

const comesBack = (next: Day | undefined, v: Voice): string =>
  next === undefined ? '' : ` It comes back ${dayName(next, v.today, v.locale)}.`;

/** What was strongest, what to work on, honest numbers, and what comes back when. */
function debrief(a: Act<'debrief'>, v: Voice): string {
  if (a.answered === 0) return "That's the session. You skipped every question this time.";
  const parts = [
    a.said === 0 ? "That's the session. Now you know what they ask." : `That's the session: ${share(a.said, a.of)}.`,
    a.strongest === undefined ? '' : `Your strongest was ${a.strongest}.`,
    a.work.length === 0 ? '' : `Work on ${list(a.work)}.`,
    a.next === undefined ? '' : `The first question comes back ${dayName(a.next, v.today, v.locale)}.`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function goodbye(tally: Tally, v: Voice): string {
  if (tally.questions === 0) return pick(v.key, ['Goodbye, and good luck.', 'See you soon, and good luck.']);
  const what = tally.questions === 1 ? 'It comes' : 'The first comes';
  const back = tally.next === undefined ? '' : ` ${what} back ${dayName(tally.next, v.today, v.locale)}.`;
  return tally.said === 0
    ? `${met(tally.questions)}${back}${back === '' ? ' See you soon.' : ' See you then.'}`
    : `${praise(tally)} ${sentence(counted(tally.questions, 'question'))}, ${share(tally.said, tally.of)}.${back}`;
}

/** Praise that numbers belie is none. */
const praise = ({ said, of }: Tally): string => (said * 3 < of ? "That's a start." : 'Good work.');

/** Where nothing counted, no numbers: that the questions are known now is true, and kinder. */
const met = (questions: number): string =>
  `You know ${questions === 1 ? 'this question' : `${count(questions)} questions`} now, and that's how it begins.`;

const HELP: { readonly [P in HelpPlace]: string } = {
  lobby:
    'I ask an interview question, you answer in your own words, and I say what was strong and what was missing. Say one question, a question about a topic, which topics there are, or remind me every day.',
  enough: "You've practised what today holds. Say yes for more, remind me every day, or stop.",
  debriefing: 'Say yes to go on, sample answer, send me the links, one question, or stop.',
  asking:
    'Answer in your own words, as you would in the interview. You can also say hint, give me a moment, let me rehearse out loud, or skip.',
  collecting:
    "I'm collecting your answer, piece by piece. Add more, say that's all for my feedback, or say what did you hear.",
  reviewing:
    'You can say sample answer, try again, what should I have said, that was hard, send me the link, ask me a follow-up, or next question.',
  checking: 'For each point, say yes if you mentioned it and no if you did not. You can also say all of them, or skip.',
  confirming: 'Say yes to leave this question, or no to stay with it.',
  reminding: 'I can remind you to practise, once a day. Say a time, such as seven in the evening, or no to leave it.',
  erasing: 'What is erased is gone for good. Say yes to erase it, or no to leave everything as it is.',
};

const HELP_BRIEF: { readonly [P in HelpPlace]: string } = {
  lobby: 'Say one question, how am I doing, topics, or stop.',
  enough: 'Say yes or stop.',
  debriefing: 'Say yes, links, or stop.',
  asking: 'Just answer, or say hint or skip.',
  collecting: 'You can also say what did you hear.',
  reviewing: 'You can also say what should I have said, or ask me a follow-up.',
  checking: 'Say yes or no.',
  confirming: 'Say yes or no.',
  reminding: 'Say a time, or no.',
  erasing: 'Say yes to erase it, or no.',
};

/** When something went wrong on this side. */
export const TROUBLE = {
  open: 'Something went wrong on my side. Please say that again.',
  reprompt: 'Please say it once more, or say stop.',
  closed: 'Something went wrong on my side. Please open interview rehearsal again.',
} as const;
