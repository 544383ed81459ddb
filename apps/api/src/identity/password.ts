import { hash, verify, type Algorithm } from '@node-rs/argon2';
import { PASSWORD_MIN_LENGTH } from '@spolu/contracts/identity';
import { Problem } from '@spolu/contracts/problems';
import { BREACHED, COMMON_WORDS } from './known-passwords.ts';

/** Argon2id with 19 MiB, two passes, one lane (SEC-11). `2` is Argon2id: the package declares its enum ambient, which isolated modules can't read. */
const ARGON2 = { algorithm: 2 as Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const ROWS = ['1234567890', 'qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '1q2w3e4r5t6z7u8i9o0p', '1qaz2wsx3edc4rfv5tgb6zhn7ujm'];
/** Fewer letters than this beside known words, numbers and signs are no secret. */
const OWN_LETTERS_MIN = 5;

/** What a guesser tries first: without diacritics and case, look-alike signs read as the letters they stand for. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
const unleet = (text: string) => text.replace(/[@4]/g, 'a').replace(/[$5]/g, 's').replace(/[!1|]/g, 'i').replace(/0/g, 'o').replace(/3/g, 'e').replace(/7/g, 't');

/**
 * Why a password would be guessed, or null if nothing is known against it. There are no rules of composition: a sentence is as good as noise.
 * @param words what a stranger may know of this person and place: names, the e-mail's words, the town
 */
export function weaknessOf(password: string, words: readonly string[]): 'breached' | 'repetitive' | 'common-words' | null {
  const simple = plain(password);
  const tight = simple.replace(/\s+/g, '');
  if (BREACHED.has(password.toLowerCase()) || BREACHED.has(simple) || BREACHED.has(tight)) return 'breached';
  if (new Set(tight).size < 5 || isRepeated(tight) || isRun(tight)) return 'repetitive';
  const known = [...COMMON_WORDS, ...words.flatMap((word) => plain(word).split(/[^\p{L}]+/u))].filter((word) => word.length >= 3);
  const readings = [tight, unleet(tight)];
  if (readings.some((reading) => ownLetters(reading, known) < OWN_LETTERS_MIN)) return 'common-words';
  return null;
}

const isRepeated = (text: string) => [1, 2, 3, 4, 5, 6].some((n) => text.length >= n * 2 && text === text.slice(0, n).repeat(Math.ceil(text.length / n)).slice(0, text.length));

/** Neighbours on the keyboard or in the alphabet, forwards or backwards, however often around. */
function isRun(text: string): boolean {
  return ROWS.some((row) => {
    const around = row.repeat(Math.ceil(text.length / row.length) + 1);
    return around.includes(text) || [...around].reverse().join('').includes(text);
  });
}

/** Letters that are left when the two longest known words, numbers and signs are taken away: a sentence of many common words is fine. */
function ownLetters(text: string, known: readonly string[]): number {
  let rest = text;
  const found = known.filter((word) => text.includes(word)).sort((a, b) => b.length - a.length);
  for (const word of found.slice(0, 2)) rest = rest.split(word).join(' ');
  return rest.replace(/[^\p{L}]/gu, '').length;
}

/** @throws Problem `identity/weak-password`, or `invalid-input` where a schema had to let a short one through (it may be an old password, or a new one) */
export function demandStrong(password: string, words: readonly string[]): void {
  if (password.length < PASSWORD_MIN_LENGTH) throw new Problem('invalid-input', {}, [{ path: 'password', code: 'too-short', limit: PASSWORD_MIN_LENGTH }]);
  const reason = weaknessOf(password, words);
  if (reason) throw new Problem('identity/weak-password', { reason });
}

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2);

let nobodysHash: Promise<string> | undefined;
/** Checks a password; for somebody unknown it takes as long and fails (SEC-13). */
export async function isPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody has this password');
  const matches = await verify(passwordHash ?? (await nobodysHash), password);
  return matches && Boolean(passwordHash);
}
