import type { Row } from './play';

/** The rows as a table for people: no figures that differ from run to run. */
export function tableOf(rows: readonly Row[], patience: number): string {
  const head = '| what goes wrong | while | what is heard then | within 3 s | the graded answer | the next session |';
  return `\n${head}\n| --- | --- | --- | --- | --- | --- |\n${rows.map((row) => lineOf(row, patience)).join('\n')}\n\n`;
}

/** One row as its line. */
export function lineOf({ scenario, hears, slowestMs, counted, next }: Row, patience: number): string {
  const cells = [
    scenario.what,
    scenario.when,
    hears.join('; '),
    slowestMs <= patience ? 'yes' : 'no',
    keptAs(counted, scenario.graded ?? 1),
    next ? 'right' : 'wrong',
  ];
  return `| ${cells.join(' | ')} |`;
}

function keptAs(counted: number, graded: number): string {
  if (counted === 0) return 'not kept';
  if (counted !== graded) return `${graded} graded, ${counted} counted`;
  return graded === 1 ? 'kept once' : `kept, ${graded} of ${graded}`;
}
