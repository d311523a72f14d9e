import { anywhere } from './anywhere';
import { at, type Draft, goOn, type Step, says } from './draft';
import { askErasing, erase } from './erase';
import type { Heard } from './heard';
import type { Stage } from './learner';
import { stay } from './stay';

type Erasing = Extract<Stage, { at: 'erasing' }>;

/** Yes erases, no goes on from where it was; anything else is meant for what is still on the table. */
export function erasing(d: Draft, stage: Erasing, heard: Heard): Step {
  switch (heard.kind) {
    case 'yes':
      return agreed(d, stage);
    case 'no':
    case 'cancel':
      return stay(says(at(d, stage.from), { act: 'left-as-it-is' }), stage.from);
    case 'all-points':
      return stage.what === 'which'
        ? askErasing(d, stage, 'reset-all')
        : anywhere(d, stage, undefined, { kind: 'unknown' });
    case 'help':
    case 'repeat':
    case 'fallback':
    case 'unknown':
      return anywhere(d, stage, undefined, heard);
    default:
      return goOn(at(d, stage.from), heard);
  }
}

/** A yes to a choice takes the first. */
function agreed(d: Draft, stage: Erasing): Step {
  const { whose } = d.c;
  if (stage.what === 'which') return askErasing(d, stage, 'reset-field');
  if (whose === 'somebody-else') return stay(says(at(d, stage.from), { act: 'not-yours' }), stage.from);
  return erase(d, stage, stage.what, whose);
}
