import type { Ask } from './acts';
import { asks, type Decision, type Draft, questionOf } from './draft';
import { type Stage, type StillOpen, tableOf } from './learner';
import { choicesFrom, sayOf } from './review';

/** Asks again, in short, what the stage is waiting for. */
export const reask = (d: Draft): Decision => asks(d, waitingFor(d, d.learner.stage));

function waitingFor(d: Draft, stage: Stage): Ask {
  const table = tableOf(stage);
  const question = table && questionOf(d.field, table.question);
  switch (stage.at) {
    case 'lobby':
      return { ask: stage.yes === 'resume' ? 'go-on' : 'start' };
    case 'enough':
      return { ask: 'more-today' };
    case 'debriefing':
      return { ask: stage.yes === 'links' ? 'send-links' : stage.walked < 0 ? 'walk-through' : 'walk-on' };
    case 'asking':
      return { ask: 'go-ahead' };
    case 'collecting':
      return { ask: 'add' };
    case 'reviewing':
      return stage.yes === 'count'
        ? { ask: 'did-you-mention', say: question ? sayOf(question, stage.result.named ?? 0) : '' }
        : { ask: 'choose', choices: choicesFrom(stage.yes) };
    case 'checking':
      return { ask: 'check-point', say: question ? sayOf(question, stage.point) : '', first: stage.point === 0 };
    case 'confirming':
      return { ask: 'leave' };
    case 'erasing':
      return erasingAsk(d, stage.what);
    case 'reminding':
      return remindingAsk(stage.open);
  }
}

/** What is asked before a reminder is set. */
function remindingAsk(open: StillOpen): Ask {
  switch (open.is) {
    case 'time':
      return { ask: 'which-time', ...(open.part && { part: open.part }) };
    case 'half':
      return { ask: 'which-half', minute: open.minute };
    case 'yes':
      return { ask: 'remind-daily', minute: open.minute, ...(open.was !== undefined && { was: open.was }) };
  }
}

/** What is asked before something is erased. */
function erasingAsk(d: Draft, what: Extract<Stage, { at: 'erasing' }>['what']): Ask {
  const { plural } = d.field;
  switch (what) {
    case 'which':
      return { ask: 'which-reset', plural };
    case 'field':
      return { ask: 'reset-field', plural };
    case 'all':
      return { ask: 'reset-all' };
    case 'data':
      return { ask: 'delete-all' };
  }
}
