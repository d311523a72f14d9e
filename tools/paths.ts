import { join } from 'node:path';

/** Places of the project, from its root. */
export const ROOT = join(__dirname, '..');
export const BANK = join(ROOT, 'bank');
export const DIST = join(ROOT, 'dist');
export const LAMBDA_DIST = join(DIST, 'lambda');
export const PACKAGE_DIST = join(DIST, 'skill-package');
