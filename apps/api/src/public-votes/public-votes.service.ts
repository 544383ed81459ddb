import { Injectable } from '@nestjs/common';
import type { Made, Page, PageQuery } from '@spolu/contracts/common';
import { Id } from '@spolu/contracts/common';
import type { VoteEvidence } from '@spolu/contracts/outputs';
import { Problem } from '@spolu/contracts/problems';
import { faultsOfVote, type EditPublicVote, type PublicVoteRow, type PublicVoteView } from '@spolu/contracts/public-votes';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { Transactions } from '../database/transactions.ts';
import { MomentKey, momentKey, page, startOf } from '../http/page.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdeasService } from '../ideas/ideas.service.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { instantOf } from '../identity/town-time.ts';
import { ParticipationService } from '../participation/participation.service.ts';
import { visibilityIn } from '../participation/process.ts';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import { PublicVote, PublicVoteCategory, PublicVoteCode, PublicVoteOptionRow } from './public-vote.entity.ts';
import { readPublicVote, runPublicVote } from './public-votes.policy.ts';
import { marksOf, standingOf, voterOf, type Voter } from './took-part.ts';
import { turnoutOf } from './turnout.ts';
import { VoteAccess } from './vote-access.ts';
import { categoriesOf, shownCategoriesOf } from './vote-rows.ts';
import { stateOf } from './vote-state.ts';

/** A vote of residents on ideas: it is prepared, published for good, opens and closes by the clock. */
@Injectable()
export class PublicVotesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly provenance: ProvenanceService,
    private readonly participation: ParticipationService,
    private readonly ideas: IdeasService,
    private readonly access: VoteAccess,
  ) {}

  /** @throws Problem `public-vote/unknown-idea` for an idea of another process */
  async add(me: Viewer, processId: string, input: EditPublicVote): Promise<Made> {
    return this.transactions.run(async (em) => {
      demand(runPublicVote, me, await this.participation.factsOf(processId, em));
      checkVote(input);
      const id = newId();
      await em.insert(PublicVote, { id, processId, createdAt: new Date(), revision: 1, ...(await this.columnsOf(input)) });
      await this.writeOptions(em, { id, processId }, input);
      return { id };
    });
  }

  /** @throws Problem `public-vote/published`, `changed-meanwhile`, `public-vote/unknown-idea` */
  async edit(me: Viewer, id: string, input: EditPublicVote): Promise<void> {
    return this.transactions.run(async (em) => {
      const { vote } = await this.access.found(em, me, id, runPublicVote, { lock: true });
      if (vote.publishedAt) throw new Problem('public-vote/published');
      checkVote(input);
      const { affected } = await em.update(PublicVote, { id, revision: input.revision }, { ...(await this.columnsOf(input)), revision: input.revision + 1 });
      if (affected === 0) throw new Problem('changed-meanwhile');
      await this.writeOptions(em, vote, input);
    });
  }

  /**
   * From now on what it asks is fixed, and its options stand on the ways of their ideas.
   * @throws Problem `public-vote/published`, `public-vote/process-not-public`, `public-vote/closing-passed`, `public-vote/no-codes`, `public-vote/unknown-idea` for one that was undone
   */
  async publish(me: Viewer, id: string): Promise<void> {
    return this.transactions.run(async (em) => {
      const { vote, process } = await this.access.found(em, me, id, runPublicVote, { lock: true });
      if (vote.publishedAt) throw new Problem('public-vote/published');
      if (visibilityIn(process) !== 'public') throw new Problem('public-vote/process-not-public');
      const now = new Date();
      if (vote.closesAt <= now) throw new Problem('public-vote/closing-passed');
      if (vote.voters === 'codes' && !(await em.existsBy(PublicVoteCode, { voteId: id }))) throw new Problem('public-vote/no-codes');
      const options = (await categoriesOf(em, id)).flatMap((category) => category.options);
      const newest = await this.ideas.evidenceOf(em, options.map(({ ideaId }) => ideaId));
      if (options.some(({ ideaId }) => !newest.has(ideaId))) throw new Problem('public-vote/unknown-idea');
      for (const option of options) {
        const { title, summary } = newest.get(option.ideaId)!;
        await em.update(PublicVoteOptionRow, { id: option.id }, { title, summary });
      }
      await em.update(PublicVote, { id }, { publishedAt: now });
      await this.provenance.register(em, options.map(({ id: optionId, ideaId }) => ({
        id: optionId, kind: 'vote-option' as const, title: newest.get(ideaId)!.title, url: `/public-votes/${id}`, visibility: visibilityIn(process), processId: vote.processId, at: now,
      })));
      await this.provenance.link(em, options.map(({ id: toId, ideaId: fromId }) => ({ fromId, toId, kind: 'referred-to' as const })), me.person?.id ?? null);
      await this.identity.audit(em, { by: me, action: 'public-vote.published', subjectKind: 'public-vote', subjectId: id, facts: { optionCount: options.length } });
    });
  }

  async view(me: Viewer, id: string): Promise<PublicVoteView> {
    const em = this.transactions.manager;
    const { vote, process } = await this.access.found(em, me, id, readPublicVote);
    const { processId, title, intro, rule, voters, opensAt, closesAt, openBallots, revision, result, countedAt } = vote;
    const state = stateOf(vote, new Date());
    const voter: Voter = voters === 'took-part' ? await voterOf(em, me, vote) : { personId: me.person?.id ?? null, seatIds: [], hasClaimedSeats: false };
    return {
      id, processId, processTitle: process.title, title, intro, rule, voters, state, openBallots, revision,
      result: result && countedAt && { ...result, countedAt: countedAt.toISOString() },
      opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString(),
      categories: await shownCategoriesOf(em, this.ideas, id),
      turnout: result ? { given: result.ballotCount, eligible: result.eligible } : await turnoutOf(em, vote),
      given: (await marksOf(em, id, voter)).length > 0,
      standing: voters === 'took-part' && !result ? await standingOf(em, voter, vote) : null,
      may: { run: runPublicVote.allows(me, process) },
    };
  }

  /** The newest first; drafts for the process's staff only. */
  async listOfProcess(me: Viewer, processId: string, query: PageQuery): Promise<Page<PublicVoteRow>> {
    const em = this.transactions.manager;
    const process = await this.participation.factsOf(processId, em);
    demand(readPublicVote, me, process);
    const [from, fromId] = startOf(query, RowKey) ?? [null, null];
    const rows = await em.query<(PublicVote & { optionCount: number; moment: string })[]>(
      `select id, title, opens_at as "opensAt", closes_at as "closesAt", published_at as "publishedAt", result, ${CREATED_AT} as moment,
          (select count(*)::int from public_vote_option o where o.vote_id = v.id) as "optionCount"
        from public_vote v
        where process_id = $1 and ($2 or published_at is not null) and ($3::timestamptz is null or (created_at, id) < ($3::timestamptz, $4::uuid))
        order by created_at desc, id desc limit $5`,
      [processId, runPublicVote.allows(me, process), from, fromId, query.limit + 1],
    );
    const now = new Date();
    return page(rows, query, ({ moment, id }) => [moment, id], (vote) => ({
      id: vote.id, title: vote.title, state: stateOf(vote, now), opensAt: vote.opensAt.toISOString(), closesAt: vote.closesAt.toISOString(), optionCount: vote.optionCount,
    }));
  }

  /** What counted votes said of ideas, by idea, the first vote first. */
  async resultsOf(em: EntityManager, ideaIds: readonly string[]): Promise<Map<string, VoteEvidence[]>> {
    const options = ideaIds.length === 0 ? [] : await em.findBy(PublicVoteOptionRow, { ideaId: In([...ideaIds]) });
    const voteIds = [...new Set(options.map(({ voteId }) => voteId))];
    const votes = await em.find(PublicVote, { where: { id: In(voteIds), countedAt: Not(IsNull()) }, order: { countedAt: 'ASC', id: 'ASC' } });
    const categories = new Map((await em.findBy(PublicVoteCategory, { voteId: In(voteIds) })).map(({ id, title }) => [id, title]));
    const found = new Map<string, VoteEvidence[]>();
    for (const { id: voteId, title, rule, result, countedAt } of votes) {
      if (!result || !countedAt) continue;
      for (const option of options.filter((one) => one.voteId === voteId)) {
        const counted = result.categories.find(({ categoryId }) => categoryId === option.categoryId)?.options ?? [];
        const got = counted.find(({ optionId }) => optionId === option.id);
        if (!got) continue;
        found.set(option.ideaId, [...(found.get(option.ideaId) ?? []), {
          voteId, title, categoryTitle: categories.get(option.categoryId) ?? '', method: rule.method, points: got.points, voterCount: got.voterCount,
          ballotCount: result.ballotCount, rank: got.rank, optionCount: counted.length, outcome: got.outcome, countedAt: countedAt.toISOString(),
        }]);
      }
    }
    return found;
  }

  private async columnsOf({ title, intro, rule, voters, opens, closes, openBallots }: EditPublicVote) {
    const { timeZone } = await this.identity.municipality();
    return { title, intro, rule, voters, openBallots, opensAt: instantOf(opens.on, opens.time, timeZone), closesAt: instantOf(closes.on, closes.time, timeZone) };
  }

  private async writeOptions(em: EntityManager, { id: voteId, processId }: { id: string; processId: string }, { categories }: EditPublicVote): Promise<void> {
    const ideas = await this.ideas.evidenceOf(em, categories.flatMap(({ options }) => options.map(({ ideaId }) => ideaId)));
    await em.delete(PublicVoteOptionRow, { voteId });
    await em.delete(PublicVoteCategory, { voteId });
    for (const [position, { title, limit, winners, budget, options }] of categories.entries()) {
      const categoryId = newId();
      await em.insert(PublicVoteCategory, { id: categoryId, voteId, position, title, most: limit, winners, budget });
      await em.insert(PublicVoteOptionRow, options.map(({ ideaId, cost }, at) => {
        const idea = ideas.get(ideaId);
        if (idea?.processId !== processId) throw new Problem('public-vote/unknown-idea');
        return { id: newId(), voteId, categoryId, position: at, ideaId, title: idea.title, summary: idea.summary, cost };
      }));
    }
  }
}

function checkVote(input: EditPublicVote): void {
  const faults = faultsOfVote(input);
  if (faults.length > 0) throw new Problem('invalid-input', {}, faults);
}

const CREATED_AT = momentKey('created_at');
const RowKey = z.tuple([MomentKey, Id]);
