import type { RoomRoundRobin, RoomSpeaker } from '@spolu/contracts/activities/brainstorm';
import type { ActivitySettings } from '@spolu/contracts/activities/kinds';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { after } from './circle.ts';
import { RoundRobin } from './round-robin.entity.ts';

/** Whoever looks sees so many that come then. */
const NEXT_COUNT = 3;

export const isRoundRobin = (settings: ActivitySettings) => settings.kind === 'brainstorm' && settings.way?.kind === 'round-robin';

interface CircleRow extends Omit<RoomSpeaker, 'participantId'> {
  id: string;
  isGone: boolean;
}

/** Everybody of the activity's session, in the order in which they came. */
const circleOf = (em: EntityManager, activityId: string) =>
  em.query<CircleRow[]>(
    `select p.id, p.nickname as name, row_number() over (order by p.joined_at, p.id)::int as number, p.has_device as "hasDevice", p.removed_at is not null as "isGone"
      from participant p join activity a on a.session_id = p.session_id where a.id = $1 order by p.joined_at, p.id`,
    [activityId],
  );

export async function roomWord(em: EntityManager, activityId: string): Promise<RoomRoundRobin | null> {
  const row = await em.findOneBy(RoundRobin, { activityId });
  if (!row) return null;
  const circle = await circleOf(em, activityId);
  const speakerOf = (id: string): RoomSpeaker[] =>
    circle.flatMap(({ id: participantId, name, number, hasDevice, isGone }) => (participantId === id && !isGone ? [{ participantId, name, number, hasDevice }] : []));
  return {
    kind: 'round-robin', turn: row.turn,
    speaker: speakerOf(row.participantId ?? '')[0] ?? null,
    next: after(circle, row.participantId).filter((id) => id !== row.participantId).slice(0, NEXT_COUNT).flatMap(speakerOf),
  };
}

/** The first who came has the word first. */
export async function beginRoundRobin(em: EntityManager, activityId: string): Promise<void> {
  const [first = null] = after(await circleOf(em, activityId), null);
  await em.insert(RoundRobin, { activityId, participantId: first, turn: 1 });
}

/** Who has the word, held until the command's end: of two ideas sent at once the second comes too late. */
export const holdWord = (em: EntityManager, activityId: string) => em.findOne(RoundRobin, { where: { activityId }, lock: { mode: 'pessimistic_write' } });

/** Before it is looked whether a card was sent already: of one that is sent twice at once, the second waits here and then finds the first. */
export async function holdWordOf(em: EntityManager, { id, settings }: { id: string; settings: ActivitySettings }): Promise<void> {
  if (isRoundRobin(settings)) await holdWord(em, id);
}

/** The word goes on to who comes next. */
export async function handOn(em: EntityManager, { activityId, participantId, turn }: RoundRobin): Promise<void> {
  const [next = null] = after(await circleOf(em, activityId), participantId);
  await em.update(RoundRobin, { activityId }, { participantId: next, turn: turn + 1 });
}

/** Where one after the other has the word, only she writes who has it, one idea, and gives it on by that. @throws Problem `round-robin/not-your-turn` */
export async function sayIdea(em: EntityManager, { id, settings }: { id: string; settings: ActivitySettings }, participantId: string): Promise<void> {
  if (!isRoundRobin(settings)) return;
  const word = await holdWord(em, id);
  if (word?.participantId !== participantId) throw new Problem('round-robin/not-your-turn');
  await handOn(em, word);
}

/** What a scribe writes is taken whenever it comes; where it is hers who has the word, she has said her idea. */
export async function sayByScribe(em: EntityManager, { id, settings }: { id: string; settings: ActivitySettings }, participantId: string | null): Promise<void> {
  if (!isRoundRobin(settings) || participantId === null) return;
  const word = await holdWord(em, id);
  if (word?.participantId === participantId) await handOn(em, word);
}
