import { ServeError, serveOptions, USAGE } from './options';
import { type Database, serve } from './serve';

/** Runs the server until it is told to stop; what the person can put right is told in its sentence. */
export async function serveCommand(
  prepare: () => Promise<string>,
  openOwn?: (folder: string) => Promise<Database>,
): Promise<void> {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  try {
    const options = serveOptions(process.argv.slice(2));
    if (options.help) return console.log(USAGE);
    const { address, close } = await serve(await prepare(), options, openOwn);
    console.log(`Serving the skill on ${address}${options.checked ? '' : ', unchecked'}.`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
  } catch (error) {
    const told = error instanceof ServeError || (error instanceof Error && error.name === 'EmbeddedStoreError');
    console.error(told ? error.message : error);
    process.exitCode = told ? 2 : 1;
  }
}
