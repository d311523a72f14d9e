import { createHash } from 'node:crypto';
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const one = Number(process.env.MUTATION_SAMPLE ?? '1');

/** One declaration in so many, always the same ones, by their source: whole declarations, because what is ignored hides what is in it. */
const isLeftOut = (path) =>
  path.parentPath?.isProgram() === true &&
  createHash('sha256').update(path.toString()).digest().readUInt32BE(0) % one !== 0;

/** Leaves out what is not in the sample. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'sample', {
    shouldIgnore: (path) => (one > 1 && isLeftOut(path) ? 'It is not in the sample.' : undefined),
  }),
];
