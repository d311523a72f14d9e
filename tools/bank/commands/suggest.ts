import { type Command, CommandError } from '../command';
import { findQuestion } from '../find';
import { type Paint, painter } from '../paint';
import { answersFor } from '../rules/elsewhere';
import { contextOf } from '../rules/rule';
import { othersOf, type SlotSuggestions, type Suggestion, suggestionsFor } from '../suggestions';
import { openWordNet } from '../wordnet';

/** `npm run bank -- suggest ID` */
export const suggest: Command = {
  name: 'suggest',
  operand: 'ID',
  summary: "proposes synonyms for a question's slots, to be accepted by hand",
  help: `The words are WordNet's. Nothing is written: paste into the slot what means the same here, and leave the rest, for a slot that hears too
much is worse than one that hears too little. What other questions' long sample answers say, too, is named apart, with how many do.`,
  examples: ['suggest rt-legal-holds-004'],
  options: {},
  run(root, given, io) {
    const { bank, folder, compiled } = findQuestion(root, String(given.operand));
    if (compiled.source.value.keyPoints.length === 0)
      throw new CommandError(`${compiled.question.id} is a draft without key points: there is no slot to fill yet.`);
    const others = othersOf(compiled, answersFor(folder, contextOf(bank, io.today)));
    const slots = suggestionsFor(compiled, openWordNet(), others);
    const paint = painter(io.colour);
    const found = slots.filter(({ suggestions }) => suggestions.length > 0);
    io.out(paint([compiled.question.setup, compiled.question.ask].filter(Boolean).join(' '), 'bold'));
    io.out(found.map((slot) => shown(slot, others.length, paint)).join('\n'));
    io.out(`${found.length} of ${slots.length} slots have synonyms that they do not hear yet.`);
    return 0;
  },
};

function shown({ ref, slot, suggestions }: SlotSuggestions, of: number, paint: Paint): string {
  const free = suggestions.filter(({ elsewhere }) => elsewhere === 0).map(({ text }) => text);
  const wide = suggestions.filter(({ elsewhere }) => elsewhere > 0).sort((a, b) => a.elsewhere - b.elsewhere);
  return [
    `\n${ref.label}, slot ${slot + 1}: ${paint(`[${(ref.source.slots[slot] ?? []).join(', ')}]`, 'dim')}`,
    ...(free.length > 0 ? [`  to paste:         ${paint(free.join(', '), 'green')}`] : []),
    ...(wide.length > 0 ? [`  heard elsewhere:  ${paint(wide.map(withCount(of)).join(', '), 'yellow')}`] : []),
  ].join('\n');
}

const withCount =
  (of: number) =>
  ({ text, elsewhere }: Suggestion): string =>
    `${text} (in ${elsewhere} of ${of})`;
