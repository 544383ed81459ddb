import { z } from 'zod';
import { EditIdeaPlan, IdeaPicture, IdeaPlace, IDEA_PICTURES_MAX, type IdeaPlan } from './idea-places.ts';
import { Day, Id, Language, line, optionalText, TEXT_MAX_LENGTH, Title } from './common.ts';
import { ConsentKind } from './consents.ts';
import { NICKNAME_MAX_LENGTH } from './plain.ts';

export const CATEGORY_MAX_LENGTH = 80;
/** What ideas of a process are sorted by; its people set them. */
export const IdeaCategory = z.strictObject({ id: Id, title: line(CATEGORY_MAX_LENGTH) });
export type IdeaCategory = z.infer<typeof IdeaCategory>;

/** PUT /api/processes/:processId/idea-intake → 204 (lead, facilitator, officer): whether and how residents add ideas of their own online. */
export const EditIdeaIntake = z.strictObject({
  /** Null: ideas are not taken. */
  fromOn: Day.nullable(),
  /** The last day; null: until further notice. */
  untilOn: Day.nullable(),
  /** Somebody looks at each idea before others see it. */
  lookFirst: z.boolean(),
  /** One that ideas are in stays: `idea/category-in-use`. */
  categories: z.array(IdeaCategory).max(30),
  /** Where places are shown; null: places are told in words alone. */
  plan: EditIdeaPlan.nullable().default(null),
  /** What the editor saw; another number answers `changed-meanwhile`. 0: nothing was set before. */
  revision: z.int().nonnegative(),
});
export type EditIdeaIntake = z.infer<typeof EditIdeaIntake>;

/** GET /api/processes/:processId/idea-intake → IdeaIntakeView (whoever may see the process) */
export interface IdeaIntakeView extends EditIdeaIntake {
  processTitle: string;
  plan: IdeaPlan | null;
  /** Ideas are taken today. */
  open: boolean;
  /** The viewer is known here already: by her account, or as a guest on this device. */
  known: boolean;
  may: { edit: boolean };
}

/** POST /api/processes/:processId/ideas → Made (an account or a guest of the process; Idempotency-Key): the answer means it is stored. */
export const ContributeIdea = z.strictObject({
  title: Title,
  text: optionalText(TEXT_MAX_LENGTH),
  /** The language it is written in. */
  language: Language,
  categoryId: Id.nullable(),
  place: IdeaPlace.nullable().default(null),
  pictures: z.array(IdeaPicture).max(IDEA_PICTURES_MAX).default([]),
});
export type ContributeIdea = z.infer<typeof ContributeIdea>;

/**
 * POST /api/processes/:processId/written-ideas → Made (staff of the process; Idempotency-Key): an official writes down what somebody says at the desk, or types in her form. The idea is hers.
 * What came on paper is taken after the last day, too: it is typed in when there is time.
 * POST /api/ideas/:id/receipt → Receipt (staff of the process): her way to what becomes of it, to be printed; the one before ends. Only of an idea that was written down.
 */
export const WriteIdea = z.strictObject({
  ...ContributeIdea.omit({ pictures: true }).shape,
  /** How she wants to be called, if she says so: for the people of the process alone, unless she agrees to be quoted with it. */
  name: line(NICKNAME_MAX_LENGTH).nullable(),
  onPaper: z.boolean(),
  /** What she agreed to of the texts that were read to her, or that stood on her form. `changed-meanwhile` where one has a newer version. */
  consents: z.array(z.strictObject({ kind: ConsentKind.extract(['quote']), version: z.int().min(1), language: Language })).max(1).default([]),
});
export type WriteIdea = z.infer<typeof WriteIdea>;

/** GET /api/processes/:processId/desk-consents?lang → ConsentView[] (staff of the process): the texts to be read to whoever comes to the desk. */
/** GET /api/processes/:processId/waiting-ideas → Page<WaitingIdea> (staff of the process): those that nobody has looked at yet, the oldest first. */
export interface WaitingIdea {
  id: string;
  title: string;
  summary: string;
  language: Language | null;
  createdAt: string;
}
/** POST /api/ideas/:id/publication → 204 (staff of the process): everybody who may see the process reads it from now on. */
