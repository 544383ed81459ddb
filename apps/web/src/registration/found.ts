import type { RegistrationRow } from '@spolu/contracts/registration';

/** Without accents and capitals: "zofia" finds Žofia. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Those whose name holds all words that were typed, each at the beginning of a part of it. First who is still to come, then who is here, last who cancelled; by name.
 */
export function found(rows: readonly RegistrationRow[], typed: string, language: string): RegistrationRow[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const rank = ({ state, arrivedAt }: RegistrationRow) => (state === 'cancelled' ? 2 : arrivedAt === null ? 0 : 1);
  return rows
    .filter(({ name }) => {
      const parts = plain(name).split(/[\s-]+/);
      return words.every((word) => parts.some((part) => part.startsWith(word)));
    })
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, language));
}
