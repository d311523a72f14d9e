import type { KeyPoint, Question, Slot, Trap, Weight } from '../../lambda/bank/types';
import { compilePhrase, soundOf } from '../../lambda/feedback/phrase';

/** A claim as an author writes it. */
interface Written {
  readonly say?: string;
  readonly slots: readonly (readonly string[])[];
  readonly heardAs?: Readonly<Record<string, readonly string[]>>;
  readonly polarity?: 'affirmed' | 'negated';
  readonly examples?: readonly string[];
}

interface WrittenQuestion {
  readonly setup?: string;
  readonly ask: string;
  readonly why?: string;
  readonly hint?: string;
  readonly points: Readonly<Record<string, Written & { readonly weight: Weight }>>;
  readonly redFlags?: Readonly<Record<string, Written>>;
  readonly misconceptions?: Readonly<Record<string, Written>>;
}

function slotOf(any: readonly string[], heardAs: Written['heardAs'] = {}): Slot {
  return {
    any: any.map(compilePhrase),
    heardAs: any.flatMap((phrase) => (heardAs[phrase] ?? []).map(compilePhrase)),
    sounds: any.map(soundOf).filter((sound) => sound !== ''),
  };
}

function claimOf(id: string, written: Written) {
  return {
    id,
    say: written.say ?? id,
    slots: written.slots.map((any) => slotOf(any, written.heardAs)),
    examples: (written.examples ?? []).map(compilePhrase),
    ...(written.polarity && { polarity: written.polarity }),
  };
}

const trapsOf = (traps: Readonly<Record<string, Written>> = {}): Trap[] =>
  Object.entries(traps).map(([id, written]) => ({ ...claimOf(id, written), correction: `No: ${id}.` }));

/** Compiles a question as the build does. */
export function questionOf(id: string, written: WrittenQuestion): Question {
  return {
    id,
    number: 1,
    topic: 'topic',
    level: 'entry',
    kind: 'situational',
    settings: [],
    jurisdiction: 'general',
    asOf: '2026-11',
    ...(written.setup !== undefined && { setup: written.setup }),
    ask: written.ask,
    why: written.why ?? '',
    hint: written.hint ?? '',
    keyPoints: Object.entries(written.points).map(
      ([name, point]): KeyPoint => ({ ...claimOf(name, point), weight: point.weight }),
    ),
    redFlags: trapsOf(written.redFlags),
    misconceptions: trapsOf(written.misconceptions),
    sampleShort: '',
    sampleLong: '',
    followUps: [],
    links: [],
    terms: [],
  };
}

export const HOLD = questionOf('rt-legal-holds-001', {
  setup: 'The shredding truck is due at nine.',
  ask: 'A legal hold arrives that very morning. What do you do?',
  why: 'They listen for a calm first step, and for whom you bring in.',
  hint: 'Think about what the letter does to the schedule, and who has to know before nine.',
  points: {
    stop: {
      weight: 'must',
      slots: [
        ['stop', 'halt', 'cancel', 'suspend', 'pull back', 'call off'],
        ['destruction', 'pickup', 'disposal', 'vendor', 'boxes'],
      ],
      heardAs: { destruction: ['this traction'] },
      polarity: 'affirmed',
      examples: ['i would stop the destruction right away', 'first i cancel the pickup with the vendor'],
    },
    counsel: {
      weight: 'must',
      slots: [
        ['tell', 'call', 'notify', 'check with', 'ask'],
        ['lawyer', 'attorney', 'counsel', 'supervisor', 'records manager'],
      ],
      examples: [
        'i call the attorney who sent it',
        'i would notify my supervisor',
        'i check with counsel what is covered',
      ],
    },
    scope: {
      weight: 'should',
      slots: [['scope', 'date range', 'which records', 'what it covers', 'custodians']],
      examples: ['i find out which records it covers', 'i read the scope and the custodians'],
    },
    record: {
      weight: 'should',
      slots: [
        ['document', 'log', 'write down', 'note'],
        ['time', 'date', 'who', 'what i did', 'decision'],
      ],
      examples: ['i document the time and who told me', 'i log the decision'],
    },
    custody: {
      weight: 'bonus',
      slots: [['chain of custody', 'access control']],
      examples: ['i keep the chain of custody', 'i put access control on the room'],
    },
  },
  redFlags: {
    finish: {
      slots: [
        ['finish', 'go ahead', 'shred anyway', 'carry on'],
        ['batch', 'load', 'anyway', 'because'],
      ],
      examples: ['i would finish the batch because the retention is up'],
    },
  },
  misconceptions: {
    sued: {
      slots: [
        ['once', 'only', 'until', 'when'],
        ['sued', 'served', 'lawsuit is filed'],
      ],
      examples: ['a hold only counts once we are sued'],
    },
  },
});

export const SCANS = questionOf('rt-digitizing-001', {
  ask: 'How do you make sure that scans can replace the paper?',
  why: 'They want to know that quality is measured.',
  hint: 'Think of settings, of a sample, and of what you can search by.',
  points: {
    resolution: {
      weight: 'must',
      slots: [['300', '300 dots per inch', 'resolution']],
      examples: ['i scan at three hundred dots per inch', 'i set the resolution first'],
    },
    check: {
      weight: 'must',
      slots: [
        ['check', 'inspect', 'review', 'compare'],
        ['page', 'image', 'sample', 'original'],
      ],
      examples: ['i inspect a sample of the images', 'i compare each image with the original'],
    },
    index: {
      weight: 'should',
      slots: [
        ['metadata', 'index', 'catalog', 'organize'],
        ['name', 'number', 'date', 'color'],
      ],
      examples: ['i index by name and date', 'i catalog them by number'],
    },
    keep: {
      weight: 'should',
      slots: [['90 days', 'until the check is done']],
      examples: ['i keep the originals for ninety days', 'i keep them until the check is done'],
    },
    backup: {
      weight: 'bonus',
      slots: [['back up', 'second copy']],
      examples: ['i make a backup', 'i keep a second copy'],
    },
  },
});

export const RELEVANCE = questionOf('rt-requests-001', {
  ask: 'A colleague wants your view on a request for personnel files. What is your part in it?',
  why: 'They want somebody who knows the limits of the role.',
  hint: 'Think of whose call it is.',
  points: {
    judge: {
      weight: 'must',
      slots: [
        ['decide', 'judge', 'determine'],
        ['relevant', 'released', 'exempt'],
      ],
      polarity: 'negated',
      examples: ['i do not decide what is relevant', 'it is not for me to judge what is exempt'],
    },
    privacy: {
      weight: 'must',
      slots: [['confidential', 'private', 'gossip', 'share']],
      polarity: 'negated',
      examples: ['i never share what i read', 'i do not gossip'],
    },
    approval: {
      weight: 'must',
      slots: [['approval', 'permission', 'authorization']],
      polarity: 'affirmed',
      examples: ['i wait for approval', 'i get permission in writing'],
    },
    search: {
      weight: 'should',
      slots: [
        ['search', 'look for', 'pull'],
        ['file', 'folder', 'system'],
      ],
      examples: ['i search the system', 'i pull the folder'],
    },
  },
  redFlags: {
    alone: {
      slots: [
        ['without', 'never'],
        ['asking', 'telling'],
      ],
      examples: ['i would send it without asking'],
    },
    ignoring: { slots: [['ignore'], ['policy', 'rule']], examples: ['i would ignore the policy'] },
  },
});
