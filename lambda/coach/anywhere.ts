import type { Question, Term } from '../bank/types';
import { asks, type Decision, type Draft, preferring, says } from './draft';
import { encourage, gently, isAnswering } from './encourage';
import { askErasing } from './erase';
import { fieldChoice, fieldsAct, topicsAct } from './fields';
import type { Heard } from './heard';
import { RATES, type Rate } from './kept';
import type { Stage } from './learner';
import { allLinks, linkTo, moreQuestions, pagesToFollow } from './links';
import { progress } from './progress';
import { questionAsk } from './question';
import { reask } from './reask';
import { consented, remind, stopReminding, whenReminded } from './remind';
import { chooseSetting, listSettings } from './settings';
import { hint, inShort, keyPoints, longSample, reason, sample } from './tell';

/** What means the same wherever it is said: it is answered, and what was asked stays asked. */
export type Anywhere = Extract<
  Heard,
  {
    kind:
      | 'launch'
      | 'explain'
      | 'think'
      | 'what-heard'
      | 'did-say'
      | 'slower'
      | 'faster'
      | 'hint'
      | 'why'
      | 'sample'
      | 'long-sample'
      | 'key-points'
      | 'debrief'
      | 'all-links'
      | 'start-over'
      | 'uneasy'
      | 'never-did'
      | 'unclear'
      | 'follow-up'
      | 'self-check'
      | 'all-points'
      | 'no-points'
      | 'add-more'
      | 'answer'
      | 'name'
      | 'rehearse'
      | 'was-hard'
      | 'was-easy'
      | 'did-not-know'
      | 'use-self-check'
      | 'use-listening'
      | 'list-fields'
      | 'list-topics'
      | 'list-settings'
      | 'setting'
      | 'link'
      | 'more-questions'
      | 'follow'
      | 'remind'
      | 'stop-reminding'
      | 'when-reminded'
      | 'consent'
      | 'time'
      | 'progress'
      | 'progress-more'
      | 'weak-topics'
      | 'topic-progress'
      | 'delete-data'
      | 'reset'
      | 'reset-field'
      | 'reset-all'
      | 'help'
      | 'repeat'
      | 'fallback'
      | 'unknown';
  }
>;

/** Answers what can be said anywhere. `question` is the one on the table, if there is one. */
export function anywhere(d: Draft, stage: Stage, question: Question | undefined, heard: Anywhere): Decision {
  switch (heard.kind) {
    case 'repeat':
      return repeat(d, stage, question);
    case 'help':
      return help(d, stage);
    case 'slower':
      return question ? repeat(atRate(d, -1), stage, question) : reask(atRate(d, -1));
    case 'faster':
      return reask(atRate(d, +1));
    case 'think':
      return reask(says(d, { act: 'pause' }, { act: 'ready' }));
    case 'what-heard':
      return reask(says(d, whatHeard(stage)));
    case 'list-fields':
      return stage.at === 'lobby' ? asks(says(d, fieldsAct(d)), fieldChoice(d)) : reask(says(d, fieldsAct(d)));
    case 'list-topics':
      return stage.at === 'lobby' ? asks(says(d, topicsAct(d)), { ask: 'which-topic' }) : reask(says(d, topicsAct(d)));
    case 'setting':
      return chooseSetting(d, heard);
    case 'list-settings':
      return listSettings(d);
    case 'link':
      return reask(linkTo(d, question));
    case 'progress':
    case 'progress-more':
    case 'weak-topics':
    case 'topic-progress':
      return progress(d, heard);
    case 'start-over':
      return askErasing(d, stage, 'reset');
    case 'uneasy':
    case 'never-did':
      return encourage(d, stage, heard.kind);
    case 'unclear':
      return unclear(d, stage, question);
    case 'delete-data':
    case 'reset':
    case 'reset-field':
    case 'reset-all':
      return askErasing(d, stage, heard.kind);
    case 'more-questions':
      return reask(moreQuestions(d));
    case 'follow':
      return reask(pagesToFollow(d));
    case 'remind':
      return remind(d, stage, heard.wish);
    case 'stop-reminding':
      return stopReminding(d);
    case 'when-reminded':
      return whenReminded(d);
    case 'consent':
      return consented(d, stage, heard.consent, heard.minute);
    case 'explain':
      return explain(d, question, heard.term, heard.missing);
    case 'hint':
      return reask(about(d, question, (q) => hint(d, q)));
    case 'why':
      return reask(about(d, question, (q) => reason(d, q)));
    case 'sample':
      return reask(about(d, question, (q) => sample(d, q)));
    case 'long-sample':
      return reask(about(d, question, (q) => longSample(d, q)));
    case 'key-points':
      return reask(about(d, question, (q) => keyPoints(d, q)));
    case 'all-links':
      return reask(allLinks(d, inPlay(d, question)));
    case 'use-self-check':
      return reask(says(preferring(d, { selfCheck: true }), { act: 'checks-alone' }));
    case 'use-listening':
      return reask(says(preferring(d, { selfCheck: false }), { act: 'listens-again' }));
    case 'was-hard':
    case 'was-easy':
    case 'did-not-know':
      return reask(says(d, { act: d.learner.play.before ? 'too-late' : 'not-understood' }));
    case 'rehearse':
    case 'debrief':
    case 'follow-up':
    case 'self-check':
    case 'all-points':
    case 'no-points':
    case 'did-say':
    case 'add-more':
      return reask(about(d, question, () => says(d, { act: 'not-understood' })));
    case 'launch':
    case 'answer':
    case 'name':
    case 'time':
    case 'fallback':
    case 'unknown':
      return reask(says(d, { act: 'not-understood' }));
  }
}

/** The questions of this session so far. */
const inPlay = ({ learner: { session, play } }: Draft, question: Question | undefined): readonly number[] => [
  ...(session?.plan.slice(0, session.position + 1) ?? []),
  ...(question ? [question.number] : []),
  ...(play.before ? [play.before.question] : []),
];

/** The last reply again, whole; before an answer has begun always with the question, and after its first pieces the question instead. */
function repeat(d: Draft, stage: Stage, question: Question | undefined): Decision {
  const { last } = d.learner;
  const told = last?.told ? says(d, { act: 'told-before', told: last.told }) : d;
  if (stage.at === 'asking' && question) return asks(told, questionAsk(question));
  if (stage.at === 'collecting' && question && !last?.told && !stage.probed && stage.table.earlier === undefined)
    return asks(says(d, { act: 'told-before', told: `${question.setup ? `${question.setup} ` : ''}${question.ask}` }), {
      ask: 'add',
    });
  return last ? asks(told, { ask: 'as-before', asked: last.asked, reprompt: last.reprompt }) : reask(d);
}

/**
 * In other words: before the feedback what the interviewer is after, later what a good answer comes down to. An interviewer only asks once
 * more.
 */
function unclear(d: Draft, stage: Stage, question: Question | undefined): Decision {
  if (question === undefined) return help(d, stage);
  if (!isAnswering(stage)) return reask(inShort(d, question));
  if (d.learner.session?.kind !== 'interview') return reask(reason(d, question));
  return stage.at === 'asking' ? asks(d, questionAsk(question)) : repeat(d, stage, question);
}

/** What can be said here; the second time in a row at the same place, only in short. */
function help(d: Draft, stage: Stage): Decision {
  const brief = d.learner.helped === stage.at;
  const told: Draft = { ...d, learner: { ...d.learner, helped: stage.at } };
  return reask(says(told, { act: 'help', here: stage.at, brief }));
}

function atRate(d: Draft, step: number): Draft {
  const now = RATES.indexOf(d.learner.me.rate);
  const rate: Rate | undefined = RATES[now + step];
  return rate === undefined
    ? says(d, { act: 'rate', rate: d.learner.me.rate, limit: true })
    : says(preferring(d, { rate }), { act: 'rate', rate, limit: false });
}

const about = (d: Draft, question: Question | undefined, tell: (question: Question) => Draft): Draft =>
  question ? tell(question) : says(d, { act: 'no-question' });

function whatHeard(stage: Stage) {
  const pieces = stage.at === 'collecting' || stage.at === 'reviewing' ? stage.pieces : [];
  return pieces.length > 0
    ? ({ act: 'heard-words', text: pieces.join(', ') } as const)
    : ({ act: 'heard-nothing' } as const);
}

/** A term that was asked for, or the first of the question. Where the glossary has none, something else may help. */
function explain(d: Draft, question: Question | undefined, id: string | undefined, missing: string | undefined) {
  if (id === undefined && missing === undefined && question === undefined)
    return reask(says(d, { act: 'no-question' }));
  const term =
    missing === undefined ? d.field.terms.find((t) => t.id === (id ?? question?.terms[0])) : named(d, missing);
  return term
    ? reask(says(d, { act: 'means', term: term.term, meaning: term.meaning }))
    : gently(says(d, { act: 'no-term', ...(missing !== undefined && { said: missing }) }));
}

const named = (d: Draft, said: string): Term | undefined =>
  d.field.terms.find((t) => t.term === said || t.aliases.includes(said));
