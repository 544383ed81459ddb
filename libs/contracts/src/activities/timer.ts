import { z } from 'zod';

/** A big clock on all screens, for work away from them. Its title, time and end are what all activities have. */
export const TimerSettings = z.strictObject({ kind: z.literal('timer') });
