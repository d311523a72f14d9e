import type { Settings } from '../../infra/settings';
import { accessFrom, bootstrap, credentials, publisherOf, regionOf } from './account';
import type { Finding, Part } from './finding';
import { askCli, node } from './machine';
import { endpoint, pages } from './publisher';

/** All that an operator needs. The skill can be made in two ways, of which one is enough. */
export interface Needs {
  readonly stack: Part;
  readonly byStack: Part;
  readonly byCli: Part;
  readonly rest: Part;
}

/** Looks at the machine and the account. Changes nothing, and asks nothing without credentials. */
export async function needsOf(settings: Settings): Promise<Needs> {
  const access = await accessFrom();
  const [prepared, publisher] = await Promise.all([bootstrap(access), publisherOf(settings, access)]);
  return {
    stack: { title: 'Function and table', findings: [node(), credentials(access), regionOf(access), prepared] },
    byStack: { title: 'The skill, when the stack makes it', findings: publisher },
    byCli: { title: 'The skill, when the ASK CLI makes it', findings: [...askCli(), endpoint()] },
    rest: { title: 'Besides', findings: [skillId(settings), pages()] },
  };
}

const skillId = ({ skillId: id, stage }: Settings): Finding =>
  id === undefined
    ? {
        name: 'skill id',
        is: 'note',
        says:
          stage === 'prod'
            ? 'not known yet: the function refuses every request until it is.'
            : 'not known yet: the function serves any skill.',
        how: 'It is printed when the skill is made. Then: npm run deploy -- -c skillId=… (and the rest as before)',
      }
    : { name: 'skill id', is: 'there', says: id };
