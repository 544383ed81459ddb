/** One measured figure against what must hold. `holds` is undefined where nothing must. */
export const row = (measure, value, unit, target, holds) => ({ measure, value: Math.round(value * 10) / 10, unit, target, holds });

/** Prints the rows as a table and, as the last line, as one JSON object. */
export function printResult(bench, rows) {
  const width = (key) => Math.max(key.length, ...rows.map((r) => String(r[key] ?? '').length));
  const columns = ['measure', 'value', 'unit', 'target', 'holds'];
  const widths = columns.map(width);
  const line = (cells) => cells.map((cell, i) => String(cell ?? '').padEnd(widths[i])).join('  ').trimEnd();
  console.log(`\n${line(columns)}`);
  for (const r of rows) console.log(line(columns.map((key) => r[key])));
  console.log(JSON.stringify({ bench, rows }));
  if (rows.some(({ holds }) => holds === false)) process.exitCode = 1;
}

/** The value below which the share `p` of `values` lies. */
export function percentile(values, p) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
}
