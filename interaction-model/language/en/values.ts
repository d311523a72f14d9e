import type { Kind, Level } from '../../../lambda/bank/types';
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
