import { randomInt } from 'node:crypto';

/** Without letters that look like figures: a code is copied from paper (Crockford's base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** Twelve signs in groups of four, sixty bits: nobody guesses one. */
export const newVotingCode = (): string =>
  Array.from({ length: GROUPS }, () => Array.from({ length: GROUP_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')).join('-');

/** A code however it was typed: small letters, blanks, an O for a zero. */
export const readVotingCode = (typed: string): string =>
  typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
