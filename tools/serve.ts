/** Serves the skill over HTTP: `npm run serve -- --help`. */
import { openEmbedded } from '../simulator/store/embedded';
import { ensureBuilt } from './build';
import { DIST } from './paths';
import { serveCommand } from './serve/command';

void serveCommand(
  async () => {
    await ensureBuilt();
    return DIST;
  },
  (dir) => openEmbedded({ dir }),
);
