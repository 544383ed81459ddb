import { randomInt } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH } from '@spolu/contracts/code-signs';

/** A code for the door: each sign drawn evenly and unpredictably, about 39 bits in all (SEC-48). */
export function newJoinCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
}
