import { Injectable } from '@nestjs/common';
import type { NoteColour } from '@spolu/contracts/boards';
import type { Language } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import { type Card, type ComposeCard, type EditCard, type LookUpCards, NOTES_PER_PARTICIPANT_MAX } from '@spolu/contracts/activities/brainstorm';
import type { WriteDown } from '@spolu/contracts/scribe';
import { type EntityManager, In, IsNull } from 'typeorm';
import { v4 as randomId, v7 as newId } from 'uuid';
import { BoardsService } from '../../../boards/boards.service.ts';
import { sha256, Transactions } from '../../../database/transactions.ts';
import { demand } from '../../../http/policy.ts';
import { participantIn, type Viewer } from '../../../http/viewer.ts';
import { ProvenanceService } from '../../../provenance/provenance.service.ts';
import { isHiding } from '../../activity.ts';
import { Rooms } from '../../rooms.ts';
import { type FoundActivity, SessionAccess } from '../../session-access.ts';
import { ActivityFrame, Participant } from '../../session.entity.ts';
import { takePart, tendLateCards } from '../../sessions.policy.ts';
import { BreakoutCarriedNote } from '../breakout/breakout.entity.ts';
import { boardAt } from '../breakout/seating.ts';
import { isAnonymous, isModerated } from './brainstorm-rules.ts';
import { checkSheet, holdTurns } from './brainwriting/held-sheets.ts';
import { CardRow } from './card.entity.ts';
import { holdWordOf, sayByScribe, sayIdea } from './round-robin/word.ts';
import { accept, checkEdit, checkRemoval, receive, takesCards, visibleState } from './card.ts';

/** Cards: what people write as commands, on a phone always, on the canvas while notes are hidden or anonymous. */
@Injectable()
export class CardsService {
  /** Cards of one person in one anonymous activity. Only in memory: a row that counts her cards would say that she wrote some. */
  private readonly anonymousCounts = new Map<string, number>();

  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly provenance: ProvenanceService,
    private readonly boards: BoardsService,
    private readonly rooms: Rooms,
  ) {}

  /**
   * Takes a card in. Sent again under its id it is answered as it stands now. The id is all that makes it hers in an anonymous activity; so no answer
   * is stored under her name either.
   * @throws Problem `activity/not-running`, `board/read-only`, `board/locked`, `activity/note-limit`, `idempotency-key-reused`, `breakout/no-table`, and where people take turns what `checkSheet` and `sayIdea` throw
   */
  async compose(me: Viewer, activityId: string, cardId: string, input: ComposeCard): Promise<Card> {
    return this.transactions.run(async (em) => {
      const found = await this.access.activity(activityId, 'contribute', em);
      demand(takePart, me, found.facts);
      const participant = await this.access.participant(me, found.session.id, em);
      const { activity } = found;
      const anonymous = isAnonymous(activity.settings);
      const author = anonymous ? null : participant.id;
      const request = sha256(JSON.stringify([activityId, author, input.text, input.colour, input.frameId, input.language]));

      await holdTurns(em, activity, participant.id);
      await holdWordOf(em, activity);
      const before = await em.findOneBy(CardRow, { id: cardId });
      if (before) return answerAgain(before, request);
      const { composedAt, state } = receive(activity, new Date(input.composedAt), new Date());
      await this.checkLimit(em, activityId, participant, anonymous);
      await checkSheet(em, activity, participant.id, input.frameId);
      await sayIdea(em, activity, participant.id);
      const boardId = await tableBoard(em, activity, participant.id, composedAt);
      const frameId = await frameFor(em, activityId, input.frameId);
      if (frameId !== null) await this.boards.demandUnlocked(em, boardId ?? found.boardId, { frameId });
      const row: CardRow = {
        id: cardId, activityId, participantId: author, request, text: input.text, colour: input.colour, frameId,
        language: input.language, state, composedAt,
        contributionId: state === 'shown' ? newContributionId(anonymous) : null,
        scribeId: null, onPaper: false, boardId, ...UNDECIDED,
      };
      const inserted = await em.createQueryBuilder().insert().into(CardRow).values(row).orIgnore().returning('id').execute();
      if ((inserted.raw as unknown[]).length === 0) return answerAgain(await em.findOneByOrFail(CardRow, { id: cardId }), request);
      if (state === 'shown') await this.show(em, found, [row], [participant]);
      this.transactions.afterCommit(() => {
        if (anonymous) this.countAnonymous(activityId, participant);
        if (state === 'late' || state === 'inbox') this.rooms.staffChanged(found.session.id);
        else this.rooms.countsChanged(found.session.id);
      });
      return view(row);
    });
  }

  /**
   * What a scribe writes for somebody else, or types in from paper: taken as long as the activity has begun, also while it is locked or over. Where notes are
   * anonymous neither the author nor the scribe is kept.
   * @param author null: nobody's
   * @throws Problem `activity/not-running`, `activity/note-limit`, `invalid-input`, `breakout/no-table`
   */
  async writeDown(em: EntityManager, found: FoundActivity, input: WriteDown, author: Participant | null, scribeId: string | null): Promise<string[]> {
    const { activity } = found;
    if (!takesCards(activity.settings) || !activity.startedAt) throw new Problem('activity/not-running');
    const anonymous = isAnonymous(activity.settings);
    if (anonymous && author) throw new Problem('invalid-input', {}, [{ path: 'participantId', code: 'not-allowed' }]);
    if (author) await this.checkLimit(em, activity.id, author, false, input.texts.length);
    const state = visibleState(activity);
    const frameId = await frameFor(em, activity.id, input.frameId);
    const { composedAt } = receive({ ...activity, state: 'running', lockedAt: null }, new Date(), new Date());
    const boardId = await tableBoard(em, activity, author?.id ?? null, composedAt);
    const rows = input.texts.map<CardRow>((text) => ({
      id: newContributionId(anonymous), activityId: activity.id, participantId: author?.id ?? null, request: sha256(text), text, colour: input.colour, frameId,
      language: input.language, state, composedAt, contributionId: state === 'shown' ? newContributionId(anonymous) : null,
      scribeId: anonymous ? null : scribeId, onPaper: input.onPaper, boardId, ...UNDECIDED,
    }));
    await sayByScribe(em, activity, author?.id ?? null);
    await em.insert(CardRow, rows);
    if (state === 'shown') await this.show(em, found, rows, author ? [author] : []);
    this.transactions.afterCommit(() => this.rooms.countsChanged(found.session.id));
    return rows.map(({ id }) => id);
  }

  /** Her own cards; in an anonymous activity the device alone knows which are hers. */
  async own(me: Viewer, activityId: string): Promise<Card[]> {
    const { facts, session } = await this.access.activity(activityId);
    demand(takePart, me, facts);
    const { id: participantId } = await this.access.participant(me, session.id);
    const rows = await this.transactions.manager.find(CardRow, { where: { activityId, participantId }, order: { composedAt: 'ASC', id: 'ASC' } });
    return rows.filter((row) => !(row.state === 'removed' && row.text === '')).map(view);
  }

  /** What became of cards whose ids only their devices know; of an activity that keeps authors, nothing. */
  async lookUp(me: Viewer, activityId: string, { ids }: LookUpCards): Promise<Card[]> {
    const { facts, session } = await this.access.activity(activityId);
    demand(takePart, me, facts);
    await this.access.participant(me, session.id);
    const rows = await this.transactions.manager.find(CardRow, { where: { activityId, id: In(ids), participantId: IsNull(), scribeId: IsNull(), onPaper: false } });
    return rows.map(view);
  }

  /** @throws Problem `not-found` for somebody else's card, `card/moderated`, `activity/too-late`, `board/read-only`, `board/locked` */
  async edit(me: Viewer, cardId: string, { text }: EditCard): Promise<Card> {
    return this.transactions.run(async (em) => {
      const { card, ...found } = await this.ownCard(em, me, cardId);
      checkEdit(card, found.activity);
      await this.demandUnlocked(em, found, card);
      await em.update(CardRow, { id: cardId }, { text });
      if (card.contributionId) {
        const at = isAnonymous(found.activity.settings) ? card.composedAt : new Date();
        await this.provenance.addVersion(em, { contributionId: card.contributionId, text, at });
        await this.boards.editNoteText(em, card.boardId ?? found.boardId, card.contributionId, text);
        for (const { carriedNoteId } of await copiesOf(em, card)) await this.boards.editNoteText(em, found.boardId, carriedNoteId, text);
      }
      return view({ ...card, text });
    });
  }

  /** She takes it back: its words are gone from here, and nobody but the session's staff may read them elsewhere. */
  async remove(me: Viewer, cardId: string): Promise<void> {
    return this.transactions.run(async (em) => {
      const { card, ...found } = await this.ownCard(em, me, cardId);
      if (card.state === 'removed') return;
      checkRemoval(card, found.activity);
      await this.demandUnlocked(em, found, card);
      await em.update(CardRow, { id: cardId }, { state: 'removed', text: '' });
      if (card.contributionId) {
        await this.boards.removeNote(em, card.boardId ?? found.boardId, card.contributionId, 'author');
        for (const { carriedNoteId } of await copiesOf(em, card)) await this.boards.removeNote(em, found.boardId, carriedNoteId, 'author');
        await em.delete(BreakoutCarriedNote, { contributionId: card.contributionId });
        await this.provenance.update(em, card.contributionId, { visibility: 'internal' });
      }
      this.announce(found, card);
    });
  }

  /** Out of the late tray onto the board. @throws Problem `conflict` where it does not lie there */
  async acceptLate(me: Viewer, cardId: string): Promise<void> {
    return this.transactions.run(async (em) => {
      const { card, ...found } = await this.cardFor(em, cardId);
      demand(tendLateCards, me, found.facts);
      const state = accept(card, found.activity);
      const contributionId = state === 'shown' ? newContributionId(isAnonymous(found.activity.settings)) : null;
      await em.update(CardRow, { id: cardId }, { state, contributionId });
      if (contributionId) await this.show(em, found, [{ ...card, contributionId }], await authorsOf(em, [card]));
      this.announce(found, card);
    });
  }

  /** Out of the late tray and not taken; its author still finds her words. @throws Problem `conflict` */
  async dismissLate(me: Viewer, cardId: string): Promise<void> {
    return this.transactions.run(async (em) => {
      const { card, ...found } = await this.cardFor(em, cardId);
      demand(tendLateCards, me, found.facts);
      if (card.state !== 'late') throw new Problem('conflict', { state: card.state });
      await em.update(CardRow, { id: cardId }, { state: 'removed' });
      this.announce(found, card);
    });
  }

  /** What lies in an activity's late tray is in time again, because the activity goes on. */
  async acceptAllLate(em: EntityManager, found: FoundActivity): Promise<void> {
    if (isModerated(found.activity.settings)) {
      await em.update(CardRow, { activityId: found.activity.id, state: 'late' }, { state: 'inbox' });
      return;
    }
    const { affected } = await em.update(CardRow, { activityId: found.activity.id, state: 'late' }, { state: 'held' });
    if (affected && !isHiding(found.activity)) await this.showHeld(em, found);
  }

  /** All that was held back becomes notes, in the order in which it was composed. */
  async showHeld(em: EntityManager, found: FoundActivity): Promise<void> {
    const held = await em.find(CardRow, { where: { activityId: found.activity.id, state: 'held' }, order: { composedAt: 'ASC', id: 'ASC' } });
    if (held.length === 0) return;
    const shown = held.map((card) => ({ ...card, contributionId: newContributionId(isAnonymous(found.activity.settings)) }));
    await em.query(
      `update card set state = 'shown', contribution_id = given.contribution_id
        from unnest($1::uuid[], $2::uuid[]) as given (id, contribution_id) where card.id = given.id`,
      [shown.map(({ id }) => id), shown.map(({ contributionId }) => contributionId)],
    );
    await this.show(em, found, shown, await authorsOf(em, shown));
  }

  /**
   * The contribution says who wrote it, unless nobody is to know; the board learns a name only where notes were open all along and nobody read them first:
   * under her name she could change there what was read.
   */
  async show(
    em: EntityManager, { activity, session, boardId }: FoundActivity, cards: readonly CardRow[], authors: readonly Pick<Participant, 'id' | 'personId'>[],
  ): Promise<void> {
    const isOpen = activity.settings.kind === 'breakout' || (activity.settings.kind === 'brainstorm' && activity.settings.mode === 'open' && !isModerated(activity.settings));
    const personOf = new Map(authors.map(({ id, personId }) => [id, personId]));
    const shown = cards.flatMap((card) => (card.contributionId === null ? [] : [{ ...card, contributionId: card.contributionId }]));
    await this.provenance.writeContributions(
      em,
      shown.map((card) => ({
        id: card.contributionId,
        kind: 'note',
        participantId: card.participantId,
        personId: card.participantId === null ? null : (personOf.get(card.participantId) ?? null),
        scribeId: card.scribeId,
        onPaper: card.onPaper,
        sessionId: session.id,
        processId: session.processId,
        activityId: activity.id,
        language: card.language,
        text: card.text,
        createdAt: card.composedAt,
        visibility: session.visibility,
      })),
    );
    const onBoard = new Map<string, typeof shown>();
    for (const card of shown) onBoard.set(card.boardId ?? boardId, [...(onBoard.get(card.boardId ?? boardId) ?? []), card]);
    for (const [id, cards] of onBoard) {
      await this.boards.writeNotes(
        em,
        id,
        cards.map(({ contributionId, text, colour, frameId, participantId, composedAt }) => ({
          contributionId, text, colour, frameId, participantId: isOpen ? participantId : null, createdAt: composedAt,
        })),
      );
    }
  }

  private async demandUnlocked(em: EntityManager, { boardId }: FoundActivity, card: CardRow): Promise<void> {
    if (card.contributionId) await this.boards.demandUnlocked(em, card.boardId ?? boardId, { noteId: card.contributionId });
  }

  private announce({ session }: FoundActivity, before: CardRow): void {
    this.transactions.afterCommit(() => {
      this.rooms.countsChanged(session.id);
      if (before.state === 'late' || before.state === 'inbox' || before.state === 'aside') this.rooms.staffChanged(session.id);
    });
  }

  private async ownCard(em: EntityManager, me: Viewer, cardId: string): Promise<FoundActivity & { card: CardRow }> {
    const found = await this.cardFor(em, cardId);
    demand(takePart, me, found.facts);
    await this.access.participant(me, found.session.id, em);
    if (found.card.participantId !== null && found.card.participantId !== participantIn(me, found.session.id)) throw new Problem('not-found');
    return found;
  }

  private async cardFor(em: EntityManager, cardId: string): Promise<FoundActivity & { card: CardRow }> {
    const place = await em.findOne(CardRow, { where: { id: cardId }, select: { id: true, activityId: true } });
    if (!place) throw new Problem('not-found');
    const found = await this.access.activity(place.activityId, 'contribute', em);
    // read under the activity's lock: a reveal may have shown it meanwhile
    const card = await em.findOneOrFail(CardRow, { where: { id: cardId }, lock: { mode: 'pessimistic_write' } });
    return { ...found, card };
  }

  private async checkLimit(em: EntityManager, activityId: string, participant: Participant, anonymous: boolean, more = 1): Promise<void> {
    const count = anonymous
      ? (this.anonymousCounts.get(`${activityId} ${participant.id}`) ?? 0)
      : await em.count(CardRow, { where: { participantId: participant.id, state: In(['inbox', 'aside', 'held', 'shown', 'late']) } });
    if (count + more > NOTES_PER_PARTICIPANT_MAX) throw new Problem('activity/note-limit', { limit: NOTES_PER_PARTICIPANT_MAX });
  }

  private countAnonymous(activityId: string, participant: Participant): void {
    const key = `${activityId} ${participant.id}`;
    this.anonymousCounts.set(key, (this.anonymousCounts.get(key) ?? 0) + 1);
  }

  /** The session is closed: nobody writes any more but the few whose cards are on their way. */
  forgetCounts(activityId: string): void {
    for (const key of this.anonymousCounts.keys()) if (key.startsWith(activityId)) this.anonymousCounts.delete(key);
  }
}

/** An id that tells the time would tell in an anonymous activity when its author was writing. */
export const newContributionId = (anonymous: boolean) => (anonymous ? randomId() : newId());

export const authorsOf = (em: EntityManager, cards: readonly CardRow[]) =>
  em.find(Participant, { where: { id: In([...new Set(cards.flatMap(({ participantId }) => participantId ?? []))]) }, select: { id: true, personId: true } });

/** On the session's first board, where what the tables wrote was brought together. */
const copiesOf = async (em: EntityManager, { boardId, contributionId }: CardRow) =>
  boardId === null || contributionId === null ? [] : em.findBy(BreakoutCarriedNote, { contributionId });

/** Nobody has read it yet. */
const UNDECIDED = { reason: '', decidedAt: null, decidedBy: null };

function answerAgain(card: CardRow, request: Buffer): Card {
  if (!card.request.equals(request)) throw new Problem('idempotency-key-reused');
  return view(card);
}

/** The board of the table at which she sat then; null where there are no tables. @throws Problem `breakout/no-table` */
async function tableBoard(em: EntityManager, { id, kind }: Pick<FoundActivity['activity'], 'id' | 'kind'>, participantId: string | null, at: Date): Promise<string | null> {
  if (kind !== 'breakout') return null;
  const boardId = participantId === null ? null : await boardAt(em, id, participantId, at);
  if (boardId === null) throw new Problem('breakout/no-table');
  return boardId;
}

/** Where it will lie: one of the activity's own frames, by default the first. @throws Problem `invalid-input` */
async function frameFor(em: EntityManager, activityId: string, frameId: string | null): Promise<string | null> {
  const frames = await em.find(ActivityFrame, { where: { activityId }, order: { position: 'ASC' } });
  if (frameId !== null && !frames.some((frame) => frame.frameId === frameId)) {
    throw new Problem('invalid-input', {}, [{ path: 'frameId', code: 'not-allowed' }]);
  }
  return frameId ?? frames[0]?.frameId ?? null;
}

interface ViewedCard {
  id: string;
  activityId: string;
  text: string;
  colour: NoteColour;
  frameId: string | null;
  language: Language;
  state: Card['state'];
  reason: string;
  composedAt: Date;
}
const view = ({ id, activityId, text, colour, frameId, state, reason, composedAt }: ViewedCard): Card => ({
  id, activityId, text, colour, frameId, state, reason, composedAt: composedAt.toISOString(),
});
