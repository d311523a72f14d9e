/** One figure of the benchmark, as it is printed: a JSON object a line. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'kB' | 'MB' | 'ratio' | 'count' | 'calls' | 'units';
}

export const print = (figure: Figure): void => {
  process.stdout.write(`${JSON.stringify({ ...figure, value: Math.round(figure.value * 1000) / 1000 })}\n`);
};

/** The value below which a share of the samples lies, between two of them in proportion; NaN of none. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return below + (above - below) * (at - Math.floor(at));
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/** Median and quartiles. */
export const spread = (name: string, unit: Figure['unit'], samples: readonly number[]): readonly Figure[] => [
  { name: `${name}, median`, value: median(samples), unit },
  { name: `${name}, lower quartile`, value: quantile(samples, 0.25), unit },
  { name: `${name}, upper quartile`, value: quantile(samples, 0.75), unit },
];

/** The middle and the tail of many milliseconds, and how many they are. */
export const tail = (name: string, samples: readonly number[]): readonly Figure[] => [
  { name: `${name}, p50`, value: quantile(samples, 0.5), unit: 'ms' },
  { name: `${name}, p99`, value: quantile(samples, 0.99), unit: 'ms' },
  { name: `${name}, measured`, value: samples.length, unit: 'count' },
];
