import { Injectable } from '@nestjs/common';
import type { Made } from '@spolu/contracts/common';
import type { ClusterEvidence, ConfirmIdea, NamedNote, EditIdea, IdeaList, IdeaRow, IdeasQuery, IdeaView, SimilarIdea } from '@spolu/contracts/ideas';
import type { Evidence } from '@spolu/contracts/outputs';
import { Problem } from '@spolu/contracts/problems';
import { In, IsNull, Not, QueryFailedError, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../database/transactions.ts';
import { page } from '../http/page.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { GuestsService } from '../participation/guests.service.ts';
import { ParticipationService, type ProcessSummary } from '../participation/participation.service.ts';
import { visibilityIn } from '../participation/process.ts';
import { isOwn } from '../provenance/provenance.policy.ts';
import { ConsentsService } from '../provenance/consents.service.ts';
import { ProvenanceService, type ContributionFacts } from '../provenance/provenance.service.ts';
import { WaysService } from '../provenance/ways.service.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import { IdeaChangesService } from './idea-changes.service.ts';
import { IdeaClusters } from './idea-clusters.ts';
import { placed, picturesOf, placeOf } from './idea-places.ts';
import { IdeaWords } from './idea-words.ts';
import { Idea, IdeaCluster } from './idea.entity.ts';
import { countsOf, withoutHiddenNotes } from './idea.ts';
import { IdeaCategoryRow, IdeaIntake } from './idea-intake.entity.ts';
import { demandCategory } from './idea-intake.service.ts';
import { arrangeIdeas, confirmIdea, editIdea, publishIdea, readIdeas } from './ideas.policy.ts';

/** An idea with all it stands on, for what cites it. */
export interface IdeaEvidence {
  ideaId: string;
  processId: string;
  title: string;
  summary: string;
  clusters: ClusterEvidence[];
}
/** The same with what residents wrote online. */
export type WholeIdea = IdeaEvidence & Pick<Evidence, 'words'>;

/** An idea that is hidden now, and the contribution that it began with. */
export interface HiddenIdea {
  ideaId: string;
  contributionId: string | null;
  at: string;
  reason: string;
}

/** What people wrote becomes an idea of the process. */
@Injectable()
export class IdeasService {
  constructor(
    private readonly transactions: Transactions,
    private readonly provenance: ProvenanceService,
    private readonly ways: WaysService,
    private readonly participation: ParticipationService,
    private readonly sessions: SessionsService,
    private readonly words: IdeaWords,
    private readonly clusters: IdeaClusters,
    private readonly changes: IdeaChangesService,
    private readonly identity: IdentityService,
    private readonly guests: GuestsService,
    private readonly consents: ConsentsService,
  ) {}

  /**
   * Clusters of closed activities, all of one process, become one idea.
   * @throws Problem `idea/cluster-open`, `idea/already-confirmed`, `not-found` for an unknown cluster, `invalid-input` for clusters of several processes
   */
  async confirm(me: Viewer, { clusterIds, title, summary, language }: ConfirmIdea): Promise<Made> {
    return this.transactions.run(async (em) => {
      const wanted = [...new Set(clusterIds)];
      const clusters = await this.sessions.clustersOf(em, wanted);
      const [first] = clusters;
      if (!first || clusters.length < wanted.length) throw new Problem('not-found');
      const process = await this.participation.factsOf(first.processId, em);
      for (const { sessionId } of clusters) demand(confirmIdea, me, { ...process, sessionId });
      if (clusters.some((cluster) => cluster.processId !== first.processId)) {
        throw new Problem('invalid-input', {}, [{ path: 'clusterIds', code: 'not-allowed' }]);
      }
      if (clusters.some((cluster) => !cluster.closed)) throw new Problem('idea/cluster-open');
      const id = newId();
      const at = new Date();
      const dots = countsOf(clusters).dots ?? 0;
      await em.insert(Idea, { id, processId: process.processId, title, summary, language, createdBy: me.person?.id ?? null, createdAt: at, publishedAt: at, dots });
      try {
        await em.insert(IdeaCluster, wanted.map((clusterId, position) => ({ ideaId: id, clusterId, position })));
      } catch (error) {
        if (error instanceof QueryFailedError && (error.driverError as { constraint?: string }).constraint === 'idea_cluster_becomes_one_idea') {
          throw new Problem('idea/already-confirmed');
        }
        throw error;
      }
      const { processId } = process;
      await this.provenance.register(em, { id, kind: 'idea', title, language, url: `/ideas/${id}`, visibility: visibilityIn(process), processId, at });
      await this.provenance.link(em, wanted.map((fromId) => ({ fromId, toId: id, kind: 'became' as const })), me.person?.id ?? null);
      return { id };
    });
  }

  /** @throws Problem `changed-meanwhile` where somebody else saved since the editor's `revision`, `idea/not-current`, `invalid-input` for a category or a plan of another process */
  async edit(me: Viewer, id: string, { title, summary, language, categoryId, place, revision }: EditIdea): Promise<void> {
    await this.transactions.run(async (em) => {
      const { processId, state, planId } = await this.found(em, id);
      demand(editIdea, me, await this.participation.factsOf(processId, em));
      if (state !== 'current') throw new Problem('idea/not-current');
      await demandCategory(em, processId, categoryId);
      const shown = await em.findOneBy(IdeaIntake, { processId });
      const { affected } = await em.update(Idea, { id, revision }, { title, summary, language, categoryId, ...placed(place, [shown?.planId ?? null, planId]), revision: revision + 1 });
      if (affected === 0) throw new Problem('changed-meanwhile');
      // what waits for a look is no record yet
      await this.provenance.update(em, id, { title, language });
    });
  }

  async view(me: Viewer, id: string): Promise<IdeaView> {
    const em = this.transactions.manager;
    const { idea, process, contribution } = await this.readable(me, em, id);
    const clusters = (await this.clusters.of(em, [id])).get(id) ?? [];
    const { undo, ...steps } = await this.changes.stepsOf(me, em, id);
    const arranges = arrangeIdeas.allows(me, process);
    const isCurrent = idea.state === 'current';
    const published = idea.publishedAt !== null;
    const category = idea.categoryId === null ? null : await em.findOneBy(IdeaCategoryRow, { id: idea.categoryId });
    const seen = await this.ways.visibleAmong(me, clusters.flatMap((cluster) => cluster.notes.map((note) => note.contributionId)));
    return {
      ...toRow(idea, clusters, category?.title ?? null),
      processId: idea.processId,
      processTitle: process.title,
      revision: idea.revision,
      categoryId: idea.categoryId,
      place: await placeOf(em, idea),
      pictures: await picturesOf(em, id),
      waiting: !published,
      contribution: contribution ? { id: contribution.id, text: contribution.text, language: contribution.language, mine: isOwn(me, contribution) } : null,
      writtenDown: await this.#writtenDown(em, contribution, editIdea.allows(me, process)),
      clusters: withoutHiddenNotes(clusters, (contributionId) => seen.has(contributionId)),
      ...steps,
      may: {
        edit: isCurrent && !idea.hiddenAt && editIdea.allows(me, process),
        publish: !published && !idea.hiddenAt && publishIdea.allows(me, process),
        arrange: isCurrent && published && !idea.hiddenAt && arranges,
        undo: arranges ? undo : [],
      },
    };
  }

  /** An idea that the viewer may read: one that waits or is hidden is for its author and the staff alone. @throws Problem `not-found` */
  async readable(me: Viewer, em: EntityManager, id: string): Promise<{ idea: Idea; process: ProcessSummary; contribution: ContributionFacts | undefined }> {
    const idea = await this.found(em, id);
    const process = await this.participation.factsOf(idea.processId, em);
    demand(readIdeas, me, process);
    const [contribution] = await this.provenance.contributionsOf(em, idea.contributionId === null ? [] : [idea.contributionId]);
    if ((!idea.publishedAt || idea.hiddenAt) && !editIdea.allows(me, process) && !(contribution && isOwn(me, contribution))) throw new Problem('not-found');
    return { idea, process, contribution };
  }

  async listOfProcess(me: Viewer, processId: string, query: IdeasQuery): Promise<IdeaList> {
    const em = this.transactions.manager;
    const process = await this.participation.factsOf(processId, em);
    demand(readIdeas, me, process);
    const found = await this.words.found(em, processId, query);
    const clusters = await this.clusters.outlinesOf(em, found.slice(0, query.limit).map(({ idea }) => idea.id));
    const categories = new Map((await em.findBy(IdeaCategoryRow, { processId })).map(({ id, title }) => [id, title]));
    return { ...page(found, query, ({ key }) => key, ({ idea }) => toRow(idea, clusters.get(idea.id) ?? [], categories.get(idea.categoryId ?? '') ?? null)), may: { arrange: arrangeIdeas.allows(me, process) } };
  }

  /** Ideas that may propose what a text does. */
  async similarTo(me: Viewer, processId: string, text: string): Promise<SimilarIdea[]> {
    const em = this.transactions.manager;
    demand(readIdeas, me, await this.participation.factsOf(processId, em));
    return this.words.alike(em, processId, text);
  }

  /**
   * Ideas with all their evidence, every note included: whoever passes it on asks who may see what. Unknown, undone and hidden ones, and those that wait for a look, are left out. In the
   * transaction of whoever cites them: until its end none of them is undone.
   */
  async evidenceOf(em: EntityManager, ideaIds: readonly string[]): Promise<Map<string, IdeaEvidence>> {
    const ideas = ideaIds.length === 0 ? [] : await em.find(Idea, { where: { id: In([...ideaIds]), state: Not('undone'), publishedAt: Not(IsNull()), hiddenAt: IsNull() }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_read' } });
    const clusters = await this.clusters.of(em, ideas.map(({ id }) => id));
    return new Map(ideas.map(({ id, processId, title, summary }) => [id, { ideaId: id, processId, title, summary, clusters: clusters.get(id) ?? [] }]));
  }

  /** As {@link IdeasService.evidenceOf}, with what residents wrote online. */
  async wholeOf(em: EntityManager, ideaIds: readonly string[]): Promise<Map<string, WholeIdea>> {
    const ideas = await this.evidenceOf(em, ideaIds);
    const words = await this.clusters.wordsOf(em, [...ideas.keys()]);
    return new Map([...ideas].map(([id, idea]) => [id, { ...idea, words: words.get(id) ?? [] }]));
  }

  /** What ideas propose, without what they stand on. Unknown ids are left out; whoever passes it on keeps the words of hidden ones back. */
  async summariesOf(em: EntityManager, ideaIds: readonly string[]): Promise<Map<string, { processId: string; title: string; summary: string; hidden: boolean }>> {
    const ideas = ideaIds.length === 0 ? [] : await em.findBy(Idea, { id: In([...ideaIds]) });
    return new Map(ideas.map(({ id, processId, title, summary, hiddenAt }) => [id, { processId, title, summary, hidden: hiddenAt !== null }]));
  }

  /** Which of these ideas, and of ideas that began as these contributions, are hidden now, since when and why. */
  async hiddenAmong(em: EntityManager, ideaIds: readonly string[], contributionIds: readonly string[]): Promise<HiddenIdea[]> {
    const hidden = await em.find(Idea, { where: [{ id: In([...ideaIds]), hiddenAt: Not(IsNull()) }, { contributionId: In([...contributionIds]), hiddenAt: Not(IsNull()) }] });
    return hidden.flatMap(({ id, contributionId, hiddenAt, hiddenReason }) => (hiddenAt ? [{ ideaId: id, contributionId, at: hiddenAt.toISOString(), reason: hiddenReason ?? '' }] : []));
  }

  async #writtenDown(em: EntityManager, said: ContributionFacts | undefined, forStaff: boolean): Promise<IdeaView['writtenDown']> {
    if (!said?.scribeId) return null;
    const by = (await this.identity.namesInOffice([said.scribeId])).get(said.scribeId) ?? null;
    const isTold = said.participantId !== null && (forStaff || (await this.consents.holds(em, said.participantId, 'quote')));
    return { by, onPaper: said.onPaper, name: isTold ? await this.guests.seatedAs(em, said.participantId!) : null };
  }

  private async found(em: EntityManager, id: string): Promise<Idea> {
    const idea = await em.findOneBy(Idea, { id });
    if (!idea) throw new Problem('not-found');
    return idea;
  }
}

const toRow = ({ id, title, summary, state, supportCount, commentCount, createdAt, language, placeName }: Idea, clusters: readonly ClusterEvidence<NamedNote>[], category: string | null): IdeaRow => ({
  id, title, summary, ...countsOf(clusters), state, supportCount, commentCount, createdAt: createdAt.toISOString(), language, category, placeName,
});
