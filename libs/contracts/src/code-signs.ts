/** 30 letters and digits that nobody mistakes for one another when read aloud or from the last row. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 8;
/** 8 signs of {@link CODE_ALPHABET}. */
export const CODE_SIGNS = new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`);
/** A code as typed, in any case, with spaces or dashes, as it is meant. */
export const bareCode = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '');
