import { Problem } from '@spolu/contracts/problems';
import { spreadOf, type Spread } from './spread.ts';
import { turnoutOf, type Turnout } from './turnout.ts';

/** Null: an abstention. */
export type NumberBallot = number | null;

/** `from` is `to` where it is one number; else from there on to below `to`. */
export interface Bin {
  from: number;
  to: number;
  count: number;
}
export interface NumbersResult extends Turnout {
  bins: Bin[];
  spread: Spread | null;
  mean: number | null;
}

/** So many bars can be read from the last row. */
const BINS_MAX = 8;

/** @throws Problem `invalid-input` if it lies outside of what was asked for */
export function checkNumber(ballot: NumberBallot, { from, to }: { from: number; to: number }): NumberBallot {
  if (ballot !== null && (ballot < from || ballot > to)) throw new Problem('invalid-input', { from: String(from), to: String(to) });
  return ballot;
}

/** @param eligibleCount everybody who could have answered; at least as many as there are ballots */
export function tallyNumbers(ballots: readonly NumberBallot[], eligibleCount: number): NumbersResult {
  const given = ballots.filter((ballot) => ballot !== null);
  return {
    ...turnoutOf(ballots.length, ballots.length - given.length, eligibleCount),
    bins: binsOf(given),
    spread: spreadOf(given),
    // in hundredths, which are whole: a sum of decimals depends on the order in which they came
    mean: given.length === 0 ? null : rounded(given.reduce((sum, value) => sum + Math.round(value * 100), 0) / given.length / 100),
  };
}

/** Each number for itself where they are few; else ranges of a round width that cover them all, empty ones between them too. Numbers have two decimals at most. */
export function binsOf(values: readonly number[]): Bin[] {
  const different = [...new Set(values)].sort((a, b) => a - b);
  if (different.length <= BINS_MAX) return different.map((value) => ({ from: value, to: value, count: values.filter((one) => one === value).length }));
  // in hundredths, which are whole: a tenth is no number of a computer's
  const hundredths = values.map((value) => Math.round(value * 100));
  const [min, max] = [Math.min(...hundredths), Math.max(...hundredths)];
  const width = widthFor(min, max);
  const placeOf = (value: number) => Math.floor(value / width);
  const first = placeOf(min);
  const counts = Array.from({ length: placeOf(max) - first + 1 }, () => 0);
  for (const value of hundredths) counts[placeOf(value) - first]! += 1;
  return counts.map((count, i) => ({ from: ((first + i) * width) / 100, to: ((first + i + 1) * width) / 100, count }));
}

/** The smallest of 1, 2, 5, 10, 20, 50 … that needs no more than eight ranges. */
function widthFor(min: number, max: number): number {
  const magnitude = 10 ** Math.floor(Math.log10((max - min) / BINS_MAX));
  return [1, 2, 5, 10].map((step) => step * magnitude).find((one) => Math.floor(max / one) - Math.floor(min / one) < BINS_MAX) ?? 20 * magnitude;
}

const rounded = (value: number) => Number(value.toFixed(4));
