import { Injectable } from '@nestjs/common';
import {
  COMMENTS_PER_BOARD_MAX, COMMENTS_PER_OBJECT_MAX, COMMENTS_PER_PARTICIPANT_MAX, REACTIONS_PER_PERSON_MAX, TALK_PAGE_LENGTH,
  type AddComment, type CommentRef, type OwnTalk, type React, type ResolveThread, type TalkPage, type TalkQuery, type Thread,
} from '@spolu/contracts/board-talk';
import type { BoardRights, BoardRule } from '@spolu/contracts/boards';
import { Problem } from '@spolu/contracts/problems';
import { isOnBoard } from '@spolu/board/items';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { EntityManager } from 'typeorm';
import { v4 as randomId, v7 as newId } from 'uuid';
import { z } from 'zod';
import { Transactions } from '../../database/transactions.ts';
import { demand, type Policy } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { IdentityService } from '../../identity/identity.service.ts';
import { notice, Peers } from '../../peers/peers.ts';
import { ProvenanceService } from '../../provenance/provenance.service.ts';
import { BoardHubs } from '../board-hubs.ts';
import { boardRightsOf, boardRoleOf, type BoardRole } from '../board-rights.ts';
import { BoardStore } from '../board-store.ts';
import { viewBoard, type BoardFacts } from '../boards.policy.ts';
import { TalkStore } from './talk-store.ts';
import { commentOnBoard, reactOnBoard, removeComment, resolveThread } from './talk.policy.ts';

const TalkChanged = notice('board.talk-changed', z.string());

/** No hand writes or presses faster; counted in memory only, since a row would say in an anonymous activity who wrote. */
export const COMMENTS_A_MINUTE = 30;
export const REACTIONS_A_MINUTE = 120;
const MINUTE_MS = 60_000;

interface Entered {
  boardId: string;
  rule: BoardRule;
  role: BoardRole;
  rights: BoardRights;
  /** Under what her reactions are counted. */
  byId: string | null;
}

/** What people say about things on a board: comments and reactions. */
@Injectable()
export class TalkService {
  private readonly comments = new RateLimiterMemory({ points: COMMENTS_A_MINUTE, duration: MINUTE_MS / 1000 });
  private readonly reactions = new RateLimiterMemory({ points: REACTIONS_A_MINUTE, duration: MINUTE_MS / 1000 });

  constructor(
    private readonly store: TalkStore,
    private readonly boards: BoardStore,
    private readonly hubs: BoardHubs,
    private readonly provenance: ProvenanceService,
    private readonly identity: IdentityService,
    private readonly transactions: Transactions,
    private readonly peers: Peers,
  ) {
    peers.on(TalkChanged, (boardId) => this.#look(boardId));
  }

  /** @throws Problem `not-found` where the viewer may not enter */
  async page(viewer: Viewer, boardId: string, { since }: TalkQuery): Promise<TalkPage> {
    const { byId } = await this.#enter(viewBoard, viewer, boardId);
    const talks = await this.store.ownSince(boardId, since, byId);
    const page = talks.slice(0, TALK_PAGE_LENGTH);
    return { talks: page, next: talks.length > page.length ? (page.at(-1)?.revision ?? null) : null };
  }

  /** @throws Problem `not-found` for what does not lie on the board now: what was said about it is not shown either */
  async thread(viewer: Viewer, boardId: string, objectId: string): Promise<Thread> {
    const { role, rights, byId } = await this.#enter(viewBoard, viewer, boardId);
    await this.#mustLieThere(boardId, objectId);
    const [talk, comments] = await Promise.all([this.store.talkOf(boardId, objectId, byId), this.store.commentsOf(boardId, objectId)]);
    const names = await this.identity.namesOf(comments.flatMap(({ personId }) => personId ?? []));
    return {
      talk,
      comments: comments.map(({ id, text, at, participantId, personId }) => ({
        id, text, at: at.toISOString(), participantId, name: (personId !== null && names.get(personId)) || null,
        mine: (participantId ?? personId) !== null && (participantId ?? personId) === byId,
      })),
      may: { comment: rights.comment, moderate: role.staff },
    };
  }

  /** @throws Problem `not-found`, `forbidden`, `board/read-only`, `board/hidden`, `board/full`, `board/own-limit`, `too-many-requests` */
  async comment(viewer: Viewer, boardId: string, { objectId, text }: AddComment): Promise<OwnTalk> {
    const entered = await this.#enter(commentOnBoard, viewer, boardId);
    const { rule, role, rights } = entered;
    if (!rights.comment) throw new Problem(rights.write ? 'board/hidden' : 'board/read-only');
    await this.#mustLieThere(boardId, objectId);
    await slowDown(this.comments, role);
    const anonymous = rule.anonymous && !role.staff;
    const participantId = anonymous ? null : role.participantId;
    return this.#change(entered, objectId, async (em, number) => {
      const counts = await this.store.counts(em, boardId, objectId, participantId);
      if (counts.object >= COMMENTS_PER_OBJECT_MAX) throw new Problem('board/full', { most: COMMENTS_PER_OBJECT_MAX, kind: 'comment' });
      if (counts.board >= COMMENTS_PER_BOARD_MAX) throw new Problem('board/full', { most: COMMENTS_PER_BOARD_MAX, kind: 'comment' });
      if (!role.staff && counts.own >= COMMENTS_PER_PARTICIPANT_MAX) throw new Problem('board/own-limit', { most: COMMENTS_PER_PARTICIPANT_MAX, kind: 'comment' });
      // An exact moment beside anonymous words, in their id too, would say whose device was sending then.
      const id = anonymous ? randomId() : newId();
      const now = Date.now();
      await this.provenance.writeContributions(em, [{
        id, kind: 'comment', participantId, personId: anonymous || participantId !== null ? null : role.personId, sessionId: rule.sessionId, activityId: rule.activityId,
        language: rule.language, text, visibility: rule.visibility, createdAt: new Date(anonymous ? now - (now % MINUTE_MS) : now),
      }]);
      await this.store.add(em, boardId, objectId, id, number);
    });
  }

  /** @throws Problem `not-found`, `forbidden` for somebody else's */
  async removeComment(viewer: Viewer, { boardId, commentId }: CommentRef): Promise<OwnTalk> {
    const entered = await this.#enter(viewBoard, viewer, boardId);
    return this.transactions.run(async (em) => {
      const comment = await this.store.comment(em, boardId, commentId);
      if (!comment) throw new Problem('not-found');
      const { objectId, participantId, personId } = comment;
      const facts: BoardFacts = { role: entered.role, participantId, personId };
      demand(removeComment, viewer, facts);
      return this.#change(entered, objectId, async () => {
        await this.store.remove(em, commentId);
        await this.provenance.removeContribution(em, commentId);
      });
    });
  }

  /** @throws Problem `not-found`, `forbidden`, `board/read-only` while the board is closed */
  async resolve(viewer: Viewer, boardId: string, { objectId, resolved }: ResolveThread): Promise<OwnTalk> {
    const entered = await this.#enter(resolveThread, viewer, boardId);
    if (!entered.rights.comment) throw new Problem('board/read-only');
    await this.#mustLieThere(boardId, objectId);
    return this.#change(entered, objectId, (em) => this.store.resolve(em, boardId, objectId, resolved));
  }

  /** @throws Problem `not-found`, `forbidden`, `board/read-only`, `board/hidden`, `board/own-limit`, `too-many-requests` */
  async react(viewer: Viewer, boardId: string, { objectId, kind, given }: React): Promise<OwnTalk> {
    const entered = await this.#enter(reactOnBoard, viewer, boardId);
    const { role, rights, byId } = entered;
    if (!rights.react || byId === null) throw new Problem(rights.write ? 'board/hidden' : 'board/read-only');
    await this.#mustLieThere(boardId, objectId);
    await slowDown(this.reactions, role);
    return this.#change(entered, objectId, async (em) => {
      if (!given) return this.store.takeBack(em, boardId, objectId, kind, byId);
      if ((await this.store.reactionsBy(em, boardId, byId)) >= REACTIONS_PER_PERSON_MAX) throw new Problem('board/own-limit', { most: REACTIONS_PER_PERSON_MAX, kind: 'reaction' });
      return this.store.give(em, boardId, objectId, kind, byId);
    });
  }

  async #enter(policy: Policy, viewer: Viewer, boardId: string): Promise<Entered> {
    const rule = await this.boards.ruleOf(boardId);
    const role = boardRoleOf(viewer, rule);
    const facts: BoardFacts = { role };
    demand(policy, viewer, facts);
    if (!rule || !role) throw new Problem('not-found');
    return { boardId, rule, role, rights: boardRightsOf(role, rule), byId: role.participantId ?? role.personId };
  }

  async #mustLieThere(boardId: string, objectId: string): Promise<void> {
    const hub = await this.hubs.open(boardId);
    if (!hub.read((doc) => isOnBoard(doc, objectId))) throw new Problem('not-found');
  }

  #change({ boardId, byId }: Entered, objectId: string, work: (em: EntityManager, number: number) => Promise<void>): Promise<OwnTalk> {
    return this.transactions.run(async (em) => {
      await work(em, await this.store.begin(em, boardId, objectId));
      this.transactions.afterCommit(() => {
        this.#look(boardId);
        this.peers.tell(TalkChanged, boardId);
      });
      return this.store.talkOf(boardId, objectId, byId, em);
    });
  }

  #look(boardId: string): void {
    void this.hubs.peek(boardId)?.then((hub) => hub.talk.look(), () => undefined);
  }
}

async function slowDown(limiter: RateLimiterMemory, { participantId, personId }: BoardRole): Promise<void> {
  try {
    await limiter.consume(participantId ?? personId ?? '');
  } catch (over) {
    throw new Problem('too-many-requests', { retryAfterSeconds: Math.ceil(((over as { msBeforeNext?: number }).msBeforeNext ?? 1_000) / 1_000) });
  }
}
