/** How far answers on one scale lie apart. */
export interface Spread {
  count: number;
  /** The middle answer; between the two middle ones where their number is even. */
  median: number;
  /** The middles of the lower and of the upper half: about half of the answers lie between. */
  lowerQuartile: number;
  upperQuartile: number;
  min: number;
  max: number;
}

/** The middle of values in rising order, at least one. */
function middleOf(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

/**
 * Median and spread of what people answered; null where nobody did. The quartiles are the middles of the lower and the upper half, the median itself
 * in both where the number is odd: Tukey's hinges (J. W. Tukey, Exploratory Data Analysis, 1977), which everybody in a hall can find by counting.
 */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.ceil(sorted.length / 2);
  const lower = sorted.slice(0, half);
  const upper = sorted.slice(-half);
  return {
    count: sorted.length,
    median: middleOf(sorted),
    lowerQuartile: middleOf(lower),
    upperQuartile: middleOf(upper),
    min: sorted[0] ?? 0,
    max: sorted.at(-1) ?? 0,
  };
}
