import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compileBank } from '../../tools/bank/compile';
import { GENERATED, jsonFiles, skillPackage } from '../../tools/build-model';
import { BANK, ROOT } from '../../tools/paths';

const REFRESH = 'run "npx tsx tools/build-model.ts --write" and commit what it writes';

const built = jsonFiles(skillPackage(compileBank(BANK).fields));

const committed = readdirSync(GENERATED, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(GENERATED, join(entry.parentPath, entry.name)).split('\\').join('/'));

test(`the committed copy has the files of the package (if not: ${REFRESH})`, () => {
  expect([...committed].sort()).toEqual(Object.keys(built).sort());
});

test.each(Object.entries(built))(
  `%s is committed as the bank and the model have it (if not: ${REFRESH})`,
  (path, json) => {
    const file = join(GENERATED, path);
    const there: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (JSON.stringify(there) !== JSON.stringify(json)) {
      throw new Error(`${relative(ROOT, file)} is out of date: ${REFRESH}.`);
    }
  },
);
