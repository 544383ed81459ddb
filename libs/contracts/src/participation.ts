import { z } from 'zod';
import { Day, Id, line, NAME_MAX_LENGTH, type Page, PageQuery, Sector, Text, Title, Visibility, optionalLine, TITLE_MAX_LENGTH } from './common.ts';

export const ProcessState = z.enum(['draft', 'running', 'finished']);
export type ProcessState = z.infer<typeof ProcessState>;

export const Phase = z.strictObject({
  id: Id,
  title: Title,
  fromOn: Day.nullable(),
  untilOn: Day.nullable(),
});
export type Phase = z.infer<typeof Phase>;
/** Somebody with a stake in the process: an organisation of ours, or one only named. */
export const Actor = z.strictObject({
  id: Id,
  name: line(NAME_MAX_LENGTH),
  sector: Sector,
  organisationId: Id.nullable(),
  role: optionalLine(TITLE_MAX_LENGTH),
});
export type Actor = z.infer<typeof Actor>;

/** POST /api/processes → Made (officer of an organisation, administrator); PUT /api/processes/:id (lead, facilitator, officer). The maker becomes its lead. */
export const EditProcess = z.strictObject({
  title: Title,
  problem: Text,
  statusQuo: Text,
  goals: z.array(line(1_000)).max(20),
  phases: z.array(Phase).max(20),
  actors: z.array(Actor).max(100),
  organisationIds: z.array(Id).min(1).max(20),
  commitmentIds: z.array(Id).max(20),
  state: ProcessState,
  visibility: Visibility,
  /** For PUT: what the editor saw; another number answers `changed-meanwhile`. For POST: 0. */
  revision: z.int().nonnegative(),
});
export type EditProcess = z.infer<typeof EditProcess>;

export interface ProcessView extends EditProcess {
  id: string;
  updatedAt: string;
  may: { edit: boolean; addSession: boolean; writeDossier: boolean; giveRoles: boolean };
}
/** GET /api/processes?state → ProcessRow[]: public ones for everybody, own ones for staff. */
export const ProcessQuery = z.strictObject({ ...PageQuery.shape, state: ProcessState.optional() });
export type ProcessQuery = z.infer<typeof ProcessQuery>;
export interface ProcessRow {
  id: string;
  title: string;
  state: ProcessState;
  visibility: Visibility;
  currentPhase: string | null;
  updatedAt: string;
}
/** GET /api/processes → ProcessList */
export interface ProcessList extends Page<ProcessRow> {
  may: { add: boolean };
}
