import { Injectable } from '@nestjs/common';
import type { Language, Made, Page, PageQuery } from '@spolu/contracts/common';
import type { ConsentView } from '@spolu/contracts/consents';
import type { ContributeIdea, EditIdeaIntake, IdeaCategory, IdeaIntakeView, WaitingIdea, WriteIdea } from '@spolu/contracts/idea-intake';
import { Problem } from '@spolu/contracts/problems';
import type { Receipt } from '@spolu/contracts/provenance';
import type { Request } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { In, Not, QueryFailedError, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { Transactions } from '../database/transactions.ts';
import { MomentKey, momentKey, page, startOf } from '../http/page.ts';
import { FilesService } from '../files/files.service.ts';
import { demand } from '../http/policy.ts';
import { guestOf, type Viewer } from '../http/viewer.ts';
import { networkOf } from '../identity/guessing.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { GuestsService } from '../participation/guests.service.ts';
import { ParticipationService, type ProcessSummary } from '../participation/participation.service.ts';
import { visibilityIn } from '../participation/process.ts';
import { ConsentsService } from '../provenance/consents.service.ts';
import { ProvenanceService, type NewContribution } from '../provenance/provenance.service.ts';
import { Idea } from './idea.entity.ts';
import { IdeaCategoryRow, IdeaIntake } from './idea-intake.entity.ts';
import { describePlan, placed, planOf, writePictures } from './idea-places.ts';
import { isTakingOn } from './idea-intake.ts';
import { contributeIdea, editIdeaIntake, publishIdea, readIdeas, writeIdeaDown } from './ideas.policy.ts';

/** Ideas of one device or person, and of all guests of one network, in ten minutes: a class that writes together sits behind one address. */
export const IDEAS_PER_AUTHOR = 20;
export const IDEAS_PER_NETWORK = 600;
const WINDOW_SECONDS = 600;
const CREATED = momentKey('created_at');
const WaitingKey = z.tuple([MomentKey, z.uuid()]);

/** Residents add ideas of their own: online, or by the hand of an official. */
@Injectable()
export class IdeaIntakeService {
  readonly #authors = new RateLimiterMemory({ points: IDEAS_PER_AUTHOR, duration: WINDOW_SECONDS });
  readonly #networks = new RateLimiterMemory({ points: IDEAS_PER_NETWORK, duration: WINDOW_SECONDS });

  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly participation: ParticipationService,
    private readonly provenance: ProvenanceService,
    private readonly files: FilesService,
    private readonly guests: GuestsService,
    private readonly consents: ConsentsService,
  ) {
    guests.onAsked(async (em, processId) => this.#isOpen(await this.participation.factsOf(processId, em), await em.findOneBy(IdeaIntake, { processId })));
  }

  async view(me: Viewer, processId: string): Promise<IdeaIntakeView> {
    const em = this.transactions.manager;
    const process = await this.participation.factsOf(processId, em);
    demand(readIdeas, me, process);
    const intake = await em.findOneBy(IdeaIntake, { processId });
    const categories = await categoriesOf(em, processId);
    return {
      processTitle: process.title,
      fromOn: intake?.fromOn ?? null, untilOn: intake?.untilOn ?? null, lookFirst: intake?.lookFirst ?? true, categories, plan: await planOf(em, intake?.planId ?? null), revision: intake?.revision ?? 0,
      open: await this.#isOpen(process, intake),
      known: me.person !== null || guestOf(me, processId) !== null,
      may: { edit: editIdeaIntake.allows(me, process) },
    };
  }

  /** @throws Problem `changed-meanwhile`, `idea/category-in-use`, `invalid-input` where it ends before it begins or a category is named twice */
  async edit(me: Viewer, processId: string, { categories, plan, revision, ...days }: EditIdeaIntake): Promise<void> {
    await this.transactions.run(async (em) => {
      demand(editIdeaIntake, me, await this.participation.factsOf(processId, em));
      const intake = { ...days, planId: plan?.fileId ?? null };
      if (plan) await describePlan(em, processId, plan);
      if (intake.fromOn !== null && intake.untilOn !== null && intake.untilOn < intake.fromOn) throw new Problem('invalid-input', {}, [{ path: 'untilOn', code: 'too-small' }]);
      const ids = categories.map(({ id }) => id);
      if (new Set(ids).size < ids.length) throw new Problem('invalid-input', {}, [{ path: 'categories', code: 'not-allowed' }]);
      const changed = revision === 0
        ? (await em.createQueryBuilder().insert().into(IdeaIntake).values({ processId, ...intake, revision: 1 }).orIgnore().returning('process_id').execute()).raw as unknown[]
        : Array.from({ length: (await em.update(IdeaIntake, { processId, revision }, { ...intake, revision: revision + 1 })).affected ?? 0 });
      if (changed.length === 0) throw new Problem('changed-meanwhile');
      await writeCategories(em, processId, categories);
    });
  }

  /**
   * Her words become a contribution, and the contribution an idea; unless somebody looks first, everybody who may see the process sees it at once.
   * @throws Problem `signed-out` for who is neither an account nor a guest here, `idea/not-taken-now`, `too-many-requests`, `invalid-input` for a foreign category
   */
  async contribute(me: Viewer, processId: string, input: ContributeIdea, address: string | undefined): Promise<Made> {
    return this.transactions.run(async (em) => {
      const process = await this.participation.factsOf(processId, em);
      demand(contributeIdea, me, process);
      const intake = await em.findOne(IdeaIntake, { where: { processId }, lock: { mode: 'pessimistic_read' } });
      if (!intake || !(await this.#isOpen(process, intake))) throw new Problem('idea/not-taken-now');
      const personId = me.person?.id ?? null;
      const participantId = personId === null ? guestOf(me, processId) : null;
      await this.#demandPatience(personId ?? participantId ?? '', personId === null ? address : null);
      return this.#add(em, process, intake, input, { participantId, personId }, intake.lookFirst ? null : { by: null });
    });
  }

  /**
   * Somebody says it to an official, who has read it then: everybody who may see the process sees it at once.
   * @throws Problem `idea/not-taken-now`, `changed-meanwhile` where she was read an older text, `invalid-input` for a foreign category and for who would be quoted without a name
   */
  async writeDown(me: Viewer, processId: string, { name, onPaper, consents, ...input }: WriteIdea): Promise<Made> {
    return this.transactions.run(async (em) => {
      const process = await this.participation.factsOf(processId, em);
      demand(writeIdeaDown, me, process);
      const intake = await em.findOne(IdeaIntake, { where: { processId }, lock: { mode: 'pessimistic_read' } });
      if (!intake || !(await this.#isOpen(process, onPaper ? { ...intake, untilOn: null } : intake))) throw new Problem('idea/not-taken-now');
      if (name === null && consents.length > 0) throw new Problem('invalid-input', {}, [{ path: 'consents', code: 'not-allowed' }]);
      const scribeId = me.person?.id ?? null;
      const participantId = await this.guests.seat(em, { processId, name, language: input.language, addedBy: scribeId });
      for (const consent of consents) await this.consents.decide(em, { kind: 'participant', id: participantId, sessionId: null, processId }, { ...consent, given: true });
      return this.#add(em, process, intake, { ...input, pictures: [] }, { participantId, personId: null, scribeId, onPaper }, { by: scribeId });
    });
  }

  async deskConsents(me: Viewer, processId: string, language: Language): Promise<ConsentView[]> {
    demand(writeIdeaDown, me, await this.participation.factsOf(processId, this.transactions.manager));
    return this.consents.atTheDesk(language);
  }

  /** @throws Problem `not-found` for an idea that nobody wrote down for its author, `claims/somebody-elses` once she has it in an account */
  async printReceipt(me: Viewer, id: string, request: Request): Promise<Receipt> {
    return this.transactions.run(async (em) => {
      const idea = await em.findOneBy(Idea, { id });
      if (!idea) throw new Problem('not-found');
      demand(writeIdeaDown, me, await this.participation.factsOf(idea.processId, em));
      const [said] = await this.provenance.contributionsOf(em, idea.contributionId === null ? [] : [idea.contributionId]);
      if (!said?.scribeId || said.participantId === null) throw new Problem('not-found');
      return this.guests.printReceipt(em, me, said.participantId, request);
    });
  }

  /** @throws Problem `idea/not-taken-now` */
  async demandOpen(process: ProcessSummary): Promise<void> {
    if (!(await this.#isOpen(process, await this.transactions.manager.findOneBy(IdeaIntake, { processId: process.processId })))) throw new Problem('idea/not-taken-now');
  }

  /** What nobody has looked at yet. */
  async waiting(me: Viewer, processId: string, query: PageQuery): Promise<Page<WaitingIdea>> {
    const em = this.transactions.manager;
    demand(publishIdea, me, await this.participation.factsOf(processId, em));
    const start = startOf(query, WaitingKey);
    const ideas = await em.query<WaitingIdea[]>(
      `select id, title, summary, language, ${CREATED} as "createdAt" from idea
      where process_id = $1 and published_at is null and hidden_at is null and ($2::timestamptz is null or (created_at, id) > ($2, $3::uuid)) order by created_at, id limit $4`,
      [processId, start?.[0] ?? null, start?.[1] ?? null, query.limit + 1],
    );
    return page(ideas, query, ({ createdAt, id }) => [createdAt, id], (idea) => idea);
  }

  /** Twice does no harm. @throws Problem `conflict` for what is hidden */
  async publish(me: Viewer, id: string): Promise<void> {
    await this.transactions.run(async (em) => {
      const idea = await em.findOne(Idea, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!idea) throw new Problem('not-found');
      const process = await this.participation.factsOf(idea.processId, em);
      demand(publishIdea, me, process);
      if (idea.publishedAt) return;
      if (idea.hiddenAt) throw new Problem('conflict');
      await this.#publish(em, process, idea, new Date(), me.person?.id ?? null);
      const visibility = visibilityIn(process);
      // an internal process keeps what it has internal; made so, it would count as taken back
      if (idea.contributionId !== null && visibility !== 'internal') await this.provenance.update(em, idea.contributionId, { visibility });
    });
  }

  /** Her words become a contribution, and the contribution an idea. @param published null: somebody looks first */
  async #add(
    em: EntityManager, process: ProcessSummary, intake: IdeaIntake, { title, text, language, categoryId, place, pictures }: ContributeIdea,
    author: Pick<NewContribution, 'participantId' | 'personId' | 'scribeId' | 'onPaper'>, published: { by: string | null } | null,
  ): Promise<Made> {
    const { processId } = process;
    await demandCategory(em, processId, categoryId);
    const [id, contributionId, at] = [newId(), newId(), new Date()];
    await this.provenance.writeContributions(em, [{
      id: contributionId, kind: 'idea', ...author, sessionId: null, processId, activityId: null, language, text: [title, text].filter(Boolean).join('\n'), createdAt: at,
      visibility: published ? visibilityIn(process) : 'internal',
    }]);
    await em.insert(Idea, { id, processId, title, summary: text, language, categoryId, ...placed(place, [intake.planId]), contributionId, createdBy: null, createdAt: at, publishedAt: null });
    await writePictures(em, this.files, { ideaId: id, processId, pictures, participantId: author.participantId, personId: author.personId });
    if (published) await this.#publish(em, process, { id, title, language, contributionId }, at, published.by);
    return { id };
  }

  async #publish(em: EntityManager, process: ProcessSummary, { id, title, language, contributionId }: Pick<Idea, 'id' | 'title' | 'language' | 'contributionId'>, at: Date, by: string | null): Promise<void> {
    const { processId } = process;
    await em.update(Idea, { id }, { publishedAt: at });
    await this.provenance.register(em, { id, kind: 'idea', title, language, url: `/ideas/${id}`, visibility: visibilityIn(process), processId, at });
    if (contributionId !== null) await this.provenance.link(em, [{ fromId: contributionId, toId: id, kind: 'became' }], by);
  }

  async #isOpen({ state }: Pick<ProcessSummary, 'state'>, intake: IdeaIntake | null): Promise<boolean> {
    return intake !== null && state === 'running' && isTakingOn(intake, await this.identity.today());
  }

  async #demandPatience(author: string, guestAddress: string | undefined | null): Promise<void> {
    try {
      await this.#authors.consume(author);
      if (guestAddress !== null) await this.#networks.consume(networkOf(guestAddress));
    } catch (over) {
      throw new Problem('too-many-requests', { retryAfterSeconds: Math.ceil(((over as { msBeforeNext?: number }).msBeforeNext ?? 1000) / 1000) });
    }
  }
}

/** @throws Problem `invalid-input` for a category of another process, or none */
export async function demandCategory(em: EntityManager, processId: string, categoryId: string | null): Promise<void> {
  if (categoryId !== null && !(await em.existsBy(IdeaCategoryRow, { id: categoryId, processId }))) throw new Problem('invalid-input', {}, [{ path: 'categoryId', code: 'not-allowed' }]);
}

async function categoriesOf(em: EntityManager, processId: string): Promise<IdeaCategory[]> {
  const rows = await em.find(IdeaCategoryRow, { where: { processId }, order: { position: 'ASC' } });
  return rows.map(({ id, title }) => ({ id, title }));
}

async function writeCategories(em: EntityManager, processId: string, categories: readonly IdeaCategory[]): Promise<void> {
  const ids = categories.map(({ id }) => id);
  if (await em.existsBy(IdeaCategoryRow, { id: In(ids), processId: Not(processId) })) throw new Problem('invalid-input', {}, [{ path: 'categories', code: 'not-allowed' }]);
  try {
    await em.delete(IdeaCategoryRow, { processId, id: Not(In(ids)) });
  } catch (error) {
    if (error instanceof QueryFailedError && (error.driverError as { constraint?: string }).constraint === 'idea_category_id_fkey') throw new Problem('idea/category-in-use');
    throw error;
  }
  if (ids.length > 0) await em.upsert(IdeaCategoryRow, categories.map(({ id, title }, position) => ({ id, title, position, processId })), ['id']);
}
