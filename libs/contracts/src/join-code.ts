import { z } from 'zod';

/** 30 letters and digits that nobody mistakes for one another when read aloud or from the last row. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 8;
/** Typed in any case, with spaces or dashes; 8 signs of {@link CODE_ALPHABET}. */
export const JoinCode = z
  .string()
  .max(40)
  .transform((typed) => typed.toUpperCase().replace(/[\s-]/g, ''))
  .pipe(z.string().regex(new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`)));
