/** One figure of the benchmark, as it is printed: a JSON object a line. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'kB' | 'MB' | 'ratio' | 'count' | 'calls' | 'units';
}

export const print = (figure: Figure): void => {
  process.stdout.write(`${JSON.stringify({ ...figure, value: Math.round(figure.value * 1000) / 1000 })}\n`);
};

/** The value below which a share of the samples lies. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
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
