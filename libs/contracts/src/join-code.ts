import { z } from 'zod';
import { bareCode, CODE_SIGNS } from './code-signs.ts';

/** What a person types or scans to come in. */
export const JoinCode = z.string().max(40).transform(bareCode).pipe(z.string().regex(CODE_SIGNS));
