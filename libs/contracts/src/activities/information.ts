import { z } from 'zod';

/** Something to read or to listen to: nothing is asked. */
export const InformationSettings = z.strictObject({ kind: z.literal('information') });
