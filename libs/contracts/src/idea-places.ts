import { z } from 'zod';
import { isPlanPart } from './plan-box.ts';
import { Id, line, optionalLine } from './common.ts';

export const PLACE_NAME_MAX_LENGTH = 200;
export const ALT_MAX_LENGTH = 500;
export const IDEA_PICTURES_MAX = 3;

/** From the left edge or the top of a plan, as a share of its width or height. */
const share = z.number().min(0).max(1);
/** Where an idea is: on the plan it was chosen on, in words, or both. */
export const IdeaPlace = z
  .strictObject({ name: optionalLine(PLACE_NAME_MAX_LENGTH), at: z.strictObject({ planId: Id, x: share, y: share }).nullable() })
  .refine(({ name, at }) => name !== '' || at !== null);
export type IdeaPlace = z.infer<typeof IdeaPlace>;

const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);
/** The edges of a plan whose top is north, in degrees (WGS 84): with them a place on it is a place on any map. */
export const PlanEdges = z.strictObject({ north: latitude, west: longitude, south: latitude, east: longitude }).refine(({ north, south, west, east }) => south < north && west < east);
export type PlanEdges = z.infer<typeof PlanEdges>;

/**
 * POST /api/processes/:processId/idea-plans (who sets how ideas are taken), the picture itself as the body → TakenPicture. It is shown once it is named in `EditIdeaIntake`.
 * GET /api/processes/:processId/idea-plans/:fileId (whoever may see the process) → the picture, as WebP.
 */
export const EditIdeaPlan = z.strictObject({
  fileId: Id,
  /** What it shows, for those who do not see it. */
  description: line(ALT_MAX_LENGTH),
  edges: PlanEdges.nullable(),
});
export type EditIdeaPlan = z.infer<typeof EditIdeaPlan>;
export interface IdeaPlan extends EditIdeaPlan {
  width: number;
  height: number;
}
export const IdeaPlanRef = z.strictObject({ processId: Id, fileId: Id });
export type IdeaPlanRef = z.infer<typeof IdeaPlanRef>;

/** `left,top,right,bottom` as shares of the plan: the part of it that is looked at. */
export const PlanPart = z.string().refine(isPlanPart);

/**
 * GET /api/processes/:processId/idea-map → IdeaMap: the ideas that a filter lets through as spots on the plan, those close together as one with their number. `not-found` where
 * the process shows no plan.
 */
export interface IdeaMap {
  plan: IdeaPlan;
  spots: MapSpot[];
}
export interface MapSpot {
  x: number;
  y: number;
  count: number;
  /** Where it stands alone. */
  idea: { id: string; title: string } | null;
}

/** A picture somebody brought for her idea, and what it shows. */
export const IdeaPicture = z.strictObject({ fileId: Id, alt: line(ALT_MAX_LENGTH) });
export type IdeaPicture = z.infer<typeof IdeaPicture>;
/**
 * POST /api/processes/:processId/idea-pictures (who may add an idea), the picture itself as the body → TakenPicture. Drawn anew, without what the camera wrote into it; forgotten after a day unless
 * an idea of hers names it.
 * GET /api/ideas/:id/pictures/:fileId (who may read the idea) → the picture, as WebP.
 */
export const IdeaPictureRef = z.strictObject({ id: Id, fileId: Id });
export type IdeaPictureRef = z.infer<typeof IdeaPictureRef>;
export interface IdeaPictureView extends IdeaPicture {
  width: number;
  height: number;
}
/** Where an idea is, as its page tells it. */
export interface IdeaPlaceView extends IdeaPlace {
  /** Where the plan has edges. */
  latitude: number | null;
  longitude: number | null;
}
