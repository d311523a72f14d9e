import { dynamoStore } from '../../lambda/adapters/dynamo/store';
import { openEmbedded } from '../../simulator/store/embedded';
import { clientOf } from '../contracts/engine';
import { card, change, me, NOW } from '../contracts/samples';

/** A process of its own that keeps something and is killed before it can close anything. */
async function main([dir]: readonly string[]): Promise<void> {
  const { endpoint, table } = await openEmbedded(dir === undefined ? {} : { dir });
  const store = dynamoStore({ client: clientOf(endpoint), table });
  const who = { household: 'killed' };
  await store.begin(who, me, NOW);
  process.stdout.write(`${await store.saveField(who, change({ cards: [card(1)] }), NOW)}\n`);
  process.kill(process.pid, 'SIGKILL');
}

void main(process.argv.slice(2));
