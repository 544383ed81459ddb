import { z } from 'zod';

/** What is known about a kind of job before there is one. */
export interface JobKind {
  /** Ids and numbers only: jobs are kept for days, so nobody's name or words stand in one. */
  payload: z.ZodType<object>;
  /** It falls due by itself so often, with an empty payload, once for all processes together. */
  everyMinutes?: number;
  /** Whoever works on one longer is taken for dead, and another begins it anew. */
  expiresInMinutes?: number;
}

const nothing = z.strictObject({});

/**
 * Every kind of job. A name is a past fact in the words of the one who adds it; who does the job says so with `JobsService.do`. A name that
 * goes away leaves its jobs behind: give it a migration that says `select job.delete_queue('…')`.
 */
export const JOBS = {
  'commands.aged': { payload: nothing, everyMinutes: 60 },
  'files.aged': { payload: nothing, everyMinutes: 24 * 60 },
  'registrations.aged': { payload: nothing, everyMinutes: 24 * 60 },
  'mail.written': { payload: z.strictObject({ mailId: z.uuid() }) },
  'mails.aged': { payload: nothing, everyMinutes: 24 * 60 },
  'notices.mail-due': { payload: nothing, everyMinutes: 5 },
  'duties.reminders-due': { payload: nothing, everyMinutes: 60 },
  'sign-ins.aged': { payload: nothing, everyMinutes: 60 },
  'survey-links.aged': { payload: nothing, everyMinutes: 24 * 60 },
  'referral-routes.due': { payload: nothing, everyMinutes: 15 },
  'public-votes.mixed': { payload: nothing, everyMinutes: 10 },
  'board.activity-ended': { payload: z.strictObject({ boardId: z.uuid(), activityId: z.uuid() }) },
  'activity.open-until-passed': { payload: z.strictObject({ activityId: z.uuid() }) },
  'boards.checkpoint-due': { payload: nothing, everyMinutes: 10 },
} as const satisfies Record<string, JobKind>;

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.output<(typeof JOBS)[Name]['payload']>;
export const JOB_NAMES = Object.keys(JOBS) as JobName[];

/** A kind as a {@link JobKind}, whatever it leaves out. */
export const kindOf = (name: JobName): JobKind => JOBS[name];
