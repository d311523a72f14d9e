/** Words that carry no point by themselves. Prepositions with a meaning of their own ("carry on", "sign off") are not among them. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Dropped before phrases are compared, in the bank and in answers. Negators are never in it. */
export const FILLERS = list(
  [
    'a an the this that these those there here some any such each every',
    'i me my mine myself you your yours yourself yourselves we us our ours ourselves he him his himself she her hers herself',
    'it its itself they them their theirs themselves somebody someone something anybody anyone anything',
    'am is are was were be been being do does did would will shall should could can might',
    'of to just really very actually basically literally quite simply also too so well',
    'um uh er erm hmm mm ah oh okay ok yeah please',
  ].join(' '),
);

/** A subject begins a new clause, and a negator does not reach into it: "it's not due I stop the truck". */
export const SUBJECTS = list('i we they you he she');

/** Words after which a negator no longer reaches: "I don't guess but check". */
export const CLAUSE_BREAKS = list('but because however although though except until unless then instead');

/** Stems that pass a negator on into the next clause: "I don't think I would stop". */
export const RAISING = list('think believ suppos guess feel expect sure certain');

/** Words that turn what follows into its opposite; never stemmed, so that "hardly" is no "hard". "insteadof" and "ratherthan" are one word each. */
export const NEGATORS = list(
  'no not never without neither nor none nobody nothing nowhere hardly barely rarely seldom insteadof ratherthan',
);

/** Stems that negate only what stands right beside them ("skip the check"), and undo a negator before them ("never skip"). */
export const WEAK_NEGATORS = list('skip ignor avoid refus forget forgot neglect fail hesit overlook disregard bypass');

/** Stems after which "no", "not" and "without" negate nothing: "not only", "no longer", "without delay". */
export const HARMLESS_AFTER = list('onli mere longer doubt matter problem question delay except sooner later');

/** Of these, stems that "not" does negate where the claim itself begins with them: "it's not only for paper". */
export const LIMITS = list('onli mere');

/** Stems of "my answer is", "I think", "ask interview rehearsal": an answer of nothing else says nothing. */
export const EMPTY = list('think answer question say ask tell open start launch alexa');
