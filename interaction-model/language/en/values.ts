import type { Kind, Level, Setting } from '../../../lambda/bank/types';
import type { Spoken } from '../language';

/** How people say how hard a question should be. */
export const LEVEL_WORDS = {
  entry: {
    value: 'entry level',
    synonyms: ['entry', 'easy', 'easier', 'basic', 'beginner', "beginner's", 'simple', 'simpler', 'starter', 'junior'],
  },
  experienced: {
    value: 'experienced',
    synonyms: ['medium', 'intermediate', 'mid level', 'middle level', 'moderate', 'average', 'normal', 'medium hard'],
  },
  senior: {
    value: 'senior',
    synonyms: [
      'hard',
      'harder',
      'difficult',
      'more difficult',
      'advanced',
      'tough',
      'tougher',
      'tricky',
      'challenging',
      'expert',
    ],
  },
} as const satisfies { readonly [L in Level]: Spoken };

/** How people call the kinds of questions. */
export const KIND_WORDS = {
  knowledge: {
    value: 'knowledge',
    synonyms: [
      'technical',
      'factual',
      'fact',
      'theory',
      'theoretical',
      'knowledge based',
      'subject matter',
      'professional',
    ],
  },
  situational: {
    value: 'situational',
    synonyms: ['situation', 'scenario', 'scenario based', 'hypothetical', 'what if', 'what would you do', 'case'],
  },
  behavioural: {
    value: 'behavioral',
    synonyms: [
      'behavior',
      'behavior based',
      'tell me about a time',
      'past experience',
      'experience based',
      'competency',
      'competency based',
      'star',
    ],
  },
  motivational: {
    value: 'motivational',
    synonyms: [
      'motivation',
      'personal',
      'career',
      'why this job',
      'why do you want this job',
      'tell me about yourself',
      'getting to know you',
    ],
  },
} as const satisfies { readonly [K in Kind]: Spoken };

/** How people call the places where they apply. */
export const SETTING_WORDS = {
  police: {
    value: 'police records',
    synonyms: [
      'police',
      'the police',
      'a police department',
      'the police department',
      'police department',
      'a police station',
      'law enforcement',
      'a sheriff',
      "a sheriff's office",
      "the sheriff's office",
    ],
  },
  health: {
    value: 'health records',
    synonyms: [
      'a hospital',
      'the hospital',
      'hospital',
      'hospital records',
      'health',
      'a clinic',
      'the clinic',
      'medical records',
      "a doctor's office",
      'a medical office',
      'health care',
      'health information',
    ],
  },
  'document-control': {
    value: 'document control',
    synonyms: [
      'engineering records',
      'a plant',
      'a power plant',
      'a nuclear plant',
      'engineering',
      'an engineering company',
      'a construction company',
    ],
  },
  'court-clerk': {
    value: 'court records',
    synonyms: [
      'a court',
      'the court',
      'a courthouse',
      'the courthouse',
      'a clerk',
      'a city clerk',
      'a county clerk',
      "a clerk's office",
      "the clerk's office",
      'city hall',
      'a town hall',
    ],
  },
  federal: {
    value: 'federal records',
    synonyms: [
      'a federal agency',
      'the federal government',
      'federal',
      'federal government',
      'a federal records center',
    ],
  },
  university: {
    value: 'university records',
    synonyms: ['a university', 'the university', 'a college', 'a school', 'school records', 'student records'],
  },
  corporate: {
    value: 'corporate records',
    synonyms: [
      'a company',
      'a private company',
      'a bank',
      'a law firm',
      'a corporation',
      'an insurance company',
      'corporate',
      'company records',
      'business records',
    ],
  },
} as const satisfies { readonly [S in Setting]: Spoken };

/** How people call the parts of a day. */
export const DAYPART_WORDS = {
  morning: { value: 'morning', synonyms: ['mornings', 'a m', 'am'] },
  afternoon: { value: 'afternoon', synonyms: ['afternoons'] },
  evening: { value: 'evening', synonyms: ['evenings', 'p m', 'pm'] },
  night: { value: 'night', synonyms: ['nights'] },
} as const satisfies Readonly<Record<string, Spoken>>;
