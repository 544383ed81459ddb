import type { EditIdeaPlan, IdeaPicture, IdeaPictureView, IdeaPlace, IdeaPlaceView, IdeaPlan, PlanEdges } from '@spolu/contracts/idea-places';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import type { FilesService } from '../files/files.service.ts';
import { IdeaPlanRow } from './idea-intake.entity.ts';
import { IdeaPictureRow, type Idea } from './idea.entity.ts';

type Author = { participantId: string | null; personId: string | null };

const edgesOf = ({ north, west, south, east }: Pick<IdeaPlanRow, 'north' | 'west' | 'south' | 'east'>): PlanEdges | null =>
  north === null || west === null || south === null || east === null ? null : { north, west, south, east };

/** What a point of a plan is in the world. */
export function inDegrees({ x, y }: { x: number; y: number }, { north, west, south, east }: PlanEdges): { latitude: number; longitude: number } {
  const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return { latitude: rounded(north - y * (north - south)), longitude: rounded(west + x * (east - west)) };
}

export async function planOf(em: EntityManager, planId: string | null): Promise<IdeaPlan | null> {
  if (planId === null) return null;
  const [row] = await em.query<(IdeaPlanRow & { width: number; height: number })[]>(
    'select p.*, f.width, f.height from idea_plan p join file f on f.id = p.file_id where p.file_id = $1',
    [planId],
  );
  return row ? { fileId: planId, description: row.description, width: row.width, height: row.height, edges: edgesOf(row) } : null;
}

/** @throws Problem `invalid-input` for a plan of another process */
export async function describePlan(em: EntityManager, processId: string, { fileId, description, edges }: EditIdeaPlan): Promise<void> {
  const { affected } = await em.update(IdeaPlanRow, { fileId, processId }, { description, ...(edges ?? { north: null, west: null, south: null, east: null }) });
  if (affected === 0) throw new Problem('invalid-input', {}, [{ path: 'plan', code: 'not-allowed' }]);
}

/** As an idea keeps it. @param planIds the one that is shown, and one that it stands on already @throws Problem `invalid-input` for a point on another plan */
export function placed(place: IdeaPlace | null, planIds: readonly (string | null)[]): Pick<Idea, 'placeName' | 'planId' | 'placeX' | 'placeY'> {
  const at = place?.at ?? null;
  if (at !== null && !planIds.includes(at.planId)) throw new Problem('invalid-input', {}, [{ path: 'place', code: 'not-allowed' }]);
  return { placeName: place?.name ?? '', planId: at?.planId ?? null, placeX: at?.x ?? null, placeY: at?.y ?? null };
}

export async function placeOf(em: EntityManager, { placeName, planId, placeX, placeY }: Idea): Promise<IdeaPlaceView | null> {
  const at = planId === null || placeX === null || placeY === null ? null : { planId, x: placeX, y: placeY };
  if (at === null && placeName === '') return null;
  const plan = at && (await planOf(em, at.planId));
  return { name: placeName, at, ...(at && plan?.edges ? inDegrees(at, plan.edges) : { latitude: null, longitude: null }) };
}

/** @throws Problem `invalid-input` for a picture that is not hers, or that is used already */
export async function writePictures(em: EntityManager, files: FilesService, { ideaId, processId, pictures, ...author }: { ideaId: string; processId: string; pictures: readonly IdeaPicture[] } & Author): Promise<void> {
  if (pictures.length === 0) return;
  const used = await files.use(em, pictures.map(({ fileId }) => fileId), { processId, place: 'idea', ...author });
  if (used < pictures.length) throw new Problem('invalid-input', {}, [{ path: 'pictures', code: 'not-allowed' }]);
  await em.insert(IdeaPictureRow, pictures.map(({ fileId, alt }, position) => ({ fileId, ideaId, position, alt })));
}

export function picturesOf(em: EntityManager, ideaId: string): Promise<IdeaPictureView[]> {
  return em.query('select f.id as "fileId", p.alt, f.width, f.height from idea_picture p join file f on f.id = p.file_id where p.idea_id = $1 order by p.position', [ideaId]);
}
