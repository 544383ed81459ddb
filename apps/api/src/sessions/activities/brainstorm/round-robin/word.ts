import type { RoomRoundRobin, RoomSpeaker } from '@spolu/contracts/activities/brainstorm';
import type { ActivitySettings } from '@spolu/contracts/activities/kinds';
import { Problem } from '@spolu/contracts/problems';
import { type EntityManager, In, IsNull } from 'typeorm';
import { after, type Seat } from './circle.ts';
import { MissedWord, RoundRobin } from './round-robin.entity.ts';

/** Whoever looks sees so many that come then. */
const NEXT_COUNT = 3;

export const isRoundRobin = (settings: ActivitySettings) => settings.kind === 'brainstorm' && settings.way?.kind === 'round-robin';

type CircleRow = Seat & Omit<RoomSpeaker, 'participantId'>;

/** Everybody of the activity's session, in the order in which they came. */
export const circleOf = (em: EntityManager, activityId: string) =>
  em.query<CircleRow[]>(
    `select p.id, p.nickname as name, row_number() over (order by p.joined_at, p.id)::int as number, p.has_device as "hasDevice", p.removed_at is not null as "isGone",
        m.participant_id is not null and m.back_at is null as "isAway", m.back_at as "backAt"
      from participant p join activity a on a.session_id = p.session_id left join missed_word m on m.activity_id = a.id and m.participant_id = p.id
      where a.id = $1 order by p.joined_at, p.id`,
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
    next: after(circle, row).filter((id) => id !== row.participantId).slice(0, NEXT_COUNT).flatMap(speakerOf),
  };
}

/** The first who came has the word first. */
export async function beginRoundRobin(em: EntityManager, activityId: string): Promise<void> {
  const [first = null] = after(await circleOf(em, activityId), { participantId: null, placeId: null });
  await em.insert(RoundRobin, { activityId, participantId: first, placeId: first, isGiven: false, turn: 1 });
}

/** Who has the word, held until the command's end: of two ideas sent at once the second comes too late. */
export const holdWord = (em: EntityManager, activityId: string) => em.findOne(RoundRobin, { where: { activityId }, lock: { mode: 'pessimistic_write' } });

/** Before it is looked whether a card was sent already: of one that is sent twice at once, the second waits here and then finds the first. */
export async function holdWordOf(em: EntityManager, { id, settings }: { id: string; settings: ActivitySettings }): Promise<void> {
  if (isRoundRobin(settings)) await holdWord(em, id);
}

/** The word goes on to who comes next. Who missed it before has her turn out of order, and the circle goes on after that from where it was. */
export async function handOn(em: EntityManager, word: RoundRobin): Promise<void> {
  const { activityId, placeId, turn } = word;
  const circle = await circleOf(em, activityId);
  const [next = null] = after(circle, word);
  const isOwed = circle.some(({ id, backAt }) => id === next && backAt !== null);
  await em.update(RoundRobin, { activityId }, { participantId: next, placeId: isOwed ? placeId : (next ?? placeId), isGiven: false, turn: turn + 1 });
  if (isOwed) await em.delete(MissedWord, { activityId, participantId: next! });
}

/** The word goes past who has it, because she has no signal. */
export async function passOver(em: EntityManager, word: RoundRobin, now: Date): Promise<void> {
  const { activityId, participantId } = word;
  if (participantId !== null) await em.insert(MissedWord, { activityId, participantId, missedAt: now, backAt: null });
  await handOn(em, word);
}

/** They have signal again, and the next free turns. */
export async function comeBack(em: EntityManager, activityId: string, participantIds: string[], now: Date): Promise<void> {
  await em.update(MissedWord, { activityId, participantId: In(participantIds), backAt: IsNull() }, { backAt: now });
}

/** Somebody has the word out of order; who had it has the next free turn. */
export async function giveWord(em: EntityManager, { activityId, participantId, turn }: RoundRobin, toId: string, now: Date): Promise<void> {
  if (participantId === toId) return;
  if (participantId !== null) await em.insert(MissedWord, { activityId, participantId, missedAt: now, backAt: now });
  await em.delete(MissedWord, { activityId, participantId: toId });
  await em.update(RoundRobin, { activityId }, { participantId: toId, isGiven: true, turn: turn + 1 });
}

/** Who was asked to leave has the word no more. */
export async function giveUpWord(em: EntityManager, participantId: string): Promise<void> {
  for (const word of await em.find(RoundRobin, { where: { participantId }, lock: { mode: 'pessimistic_write' } })) await handOn(em, word);
}

/** Whom the word went past and who are not back, in the order in which they came. */
export async function missedWordIn(em: EntityManager, activityId: string): Promise<string[]> {
  return (await circleOf(em, activityId)).filter(({ isAway, isGone }) => isAway && !isGone).map(({ id }) => id);
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
