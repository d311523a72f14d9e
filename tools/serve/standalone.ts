/** What `npm run build` bundles into `dist/server/`: the server alone, for a container that has nothing but `dist`. */
import { join } from 'node:path';
import { serveCommand } from './command';

void serveCommand(async () => join(__dirname, '..'));
