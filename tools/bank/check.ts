import type { CompiledBank, CompiledQuestion } from './compile';
import { type Problem, sortProblems } from './problem';
import { questionsDiffer } from './rules/alike';
import { asksOneThing, samplesFitTheirTime } from './rules/asking';
import { draftsAreCompleted } from './rules/drafts';
import { claimsAreNotHeardElsewhere } from './rules/elsewhere';
import { factsAreSourced, onlySeenFactsCount } from './rules/facts';
import { examplesAreHeard, samplesCoverEveryMust } from './rules/graded';
import {
  idsMatchFiles,
  idsResolve,
  leavesOutWhatClashes,
  uniqueInBank,
  uniqueInField,
  uniqueInQuestion,
} from './rules/ids';
import { namesInBank, namesInField } from './rules/names';
import { publishedStays, retiredStays } from './rules/permanence';
import {
  heardAsNamesASlot,
  hintsGiveNothingAway,
  noFillers,
  noParroting,
  phrasesTellPointsApart,
} from './rules/phrases';
import { type BankRule, contextOf, type FolderRule, type QuestionRule } from './rules/rule';
import { phrasesKeepTheirWords } from './rules/shrinking';
import { fieldsCanBeSpoken, pointsAreNamedByWhatToDo, questionsCanBeSpoken } from './rules/spoken';

const BANK_RULES: readonly BankRule[] = [uniqueInBank, namesInBank, publishedStays, retiredStays];

const FOLDER_RULES: readonly FolderRule[] = [
  idsMatchFiles,
  uniqueInField,
  idsResolve,
  leavesOutWhatClashes,
  namesInField,
  factsAreSourced,
  fieldsCanBeSpoken,
  questionsDiffer,
  claimsAreNotHeardElsewhere,
  phrasesKeepTheirWords,
];

const QUESTION_RULES: readonly QuestionRule[] = [
  uniqueInQuestion,
  onlySeenFactsCount,
  questionsCanBeSpoken,
  pointsAreNamedByWhatToDo,
  asksOneThing,
  samplesFitTheirTime,
  noFillers,
  heardAsNamesASlot,
  noParroting,
  phrasesTellPointsApart,
  hintsGiveNothingAway,
  examplesAreHeard,
  samplesCoverEveryMust,
];

/** What a question has to meet while nobody has written its key points. */
const DRAFT_RULES: readonly QuestionRule[] = [questionsCanBeSpoken, draftsAreCompleted];

const rulesFor = ({ question }: CompiledQuestion): readonly QuestionRule[] =>
  question.draft ? DRAFT_RULES : QUESTION_RULES;

/**
 * Everything that is wrong with a bank, form included, by file and line. `today` decides which facts are past their review; `progress` is told
 * how many questions are done.
 */
export function checkBank(
  bank: CompiledBank,
  today: Date,
  progress: (done: number, of: number) => void = () => {},
): Problem[] {
  const context = contextOf(bank, today);
  const of = bank.folders.reduce((sum, { questions }) => sum + questions.length, 0);
  let done = 0;
  const problems = [
    ...bank.problems,
    ...BANK_RULES.flatMap((rule) => rule(context)),
    ...bank.folders.flatMap((folder) => [
      ...folder.questions.flatMap((question) => {
        progress(done++, of);
        return rulesFor(question).flatMap((rule) => rule(question, folder, context));
      }),
      ...FOLDER_RULES.flatMap((rule) => rule(folder, context)),
    ]),
  ];
  progress(of, of);
  return sortProblems(problems);
}
