/** The part of dynalite, an emulator of DynamoDB, that is used here. It ships no types. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface Options {
    /** Folder of the LevelDB database; in memory when absent. */
    readonly path?: string;
    /** Milliseconds that a table stays in state CREATING. */
    readonly createTableMs?: number;
  }

  export default function dynalite(options?: Options): Server;
}
