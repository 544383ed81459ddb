import type { RoomIdeathon, RoomTeam } from '@spolu/contracts/activities/ideathon';

/** Who is on, who comes next, and all in their order. */
export function pitchTurns({ teams, pitches: { teamId, order, doneIds } }: Pick<RoomIdeathon, 'teams' | 'pitches'>): { now: RoomTeam | null; next: RoomTeam | null; order: RoomTeam[]; isDone: (id: string) => boolean } {
  const inOrder = order.flatMap((id) => teams.find((team) => team.id === id) ?? []);
  const isDone = (id: string) => doneIds.includes(id);
  return { now: inOrder.find(({ id }) => id === teamId) ?? null, next: inOrder.find(({ id }) => id !== teamId && !isDone(id)) ?? null, order: inOrder, isDone };
}
