/** Runs in a thread of its own: packs the folders that it is given, one after the other. */
import { workerData } from 'piscina';
import { compileShared } from './compile';
import { type Packed, packFolder } from './pack-folder';
import { foldersIn } from './read';

const root = String(workerData);
const shared = compileShared(root, foldersIn(root).value).value;

export default (name: string): Packed => packFolder(name, shared);
