/** The number that somebody typed as her language writes it: a comma or a point, blanks between thousands, two decimals at most. Null: it is none. */
export function typedNumber(typed: string): number | null {
  const plain = typed.replace(/\s/g, '').replace(',', '.').replace('−', '-');
  return /^-?\d+(?:\.\d{0,2})?$/.test(plain) ? Number(plain) : null;
}
