import { inMemory, named, onDisk } from './engine';
import { storeContract } from './store';

// `npm run test:store` names an endpoint and a table; otherwise the embedded engine is at hand.
const { STORE_ENDPOINT, STORE_TABLE } = process.env;

if (STORE_ENDPOINT !== undefined && STORE_TABLE !== undefined) {
  storeContract(STORE_ENDPOINT, named(STORE_ENDPOINT, STORE_TABLE));
} else {
  storeContract('the embedded engine in memory', inMemory);
  storeContract('the embedded engine on disk', onDisk);
}
