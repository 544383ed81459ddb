import type { CanvasField, IdeathonSettings } from '@spolu/contracts/activities/ideathon';
import type { Language } from '@spolu/contracts/common';
import type { EntityManager } from 'typeorm';

export interface StandingEntry {
  field: number;
  revision: number;
  text: string;
  participantId: string;
  contributionId: string | null;
  writtenAt: Date;
}

/** What stands in the fields of a team's canvas now. */
export const entriesOf = (em: EntityManager, teamId: string): Promise<StandingEntry[]> =>
  em.query(
    `select distinct on (field) field, revision, text, participant_id as "participantId", contribution_id as "contributionId", written_at as "writtenAt"
      from ideathon_entry where team_id = $1 order by field, revision desc`,
    [teamId],
  );

/** As its members and the staff read it. */
export async function canvasOf(em: EntityManager, teamId: string, { fields }: Pick<IdeathonSettings, 'fields'>): Promise<CanvasField[]> {
  const entries = new Map((await entriesOf(em, teamId)).map((entry) => [entry.field, entry]));
  return fields.map((_, field) => {
    const entry = entries.get(field);
    return { text: entry?.text ?? '', revision: entry?.revision ?? 0, writtenAt: entry?.writtenAt.toISOString() ?? null };
  });
}

export interface TeamEntry {
  teamId: string;
  field: number;
  text: string;
  contributionId: string;
  language: Language;
  /** Whoever wrote at it, in the order in which they began. */
  participantIds: string[];
}

/** What all canvases of an ideathon came to. */
export const wordsOnCanvases = (em: EntityManager, activityId: string): Promise<TeamEntry[]> =>
  em.query(
    `select distinct on (e.team_id, e.field) e.team_id as "teamId", e.field, e.text, e.contribution_id as "contributionId", c.language,
        array(select o.participant_id from ideathon_entry o where o.team_id = e.team_id and o.field = e.field and o.text <> ''
          group by o.participant_id order by min(o.revision)) as "participantIds"
      from ideathon_entry e join ideathon_team t on t.id = e.team_id left join contribution c on c.id = e.contribution_id
      where t.activity_id = $1 order by e.team_id, e.field, e.revision desc`,
    [activityId],
  );
