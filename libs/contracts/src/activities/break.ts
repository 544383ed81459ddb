import { z } from 'zod';

/** Nobody works. Until when is the activity's end, what the hall is told its instruction. In the run sheet it is a break or a meal, and they are nothing else. */
export const BreakSettings = z.strictObject({ kind: z.literal('break') });
