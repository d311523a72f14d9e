import { ensureBuilt } from '../tools/build';

/** Before any test: what tests run as built is built. */
export default (): Promise<void> => ensureBuilt();
