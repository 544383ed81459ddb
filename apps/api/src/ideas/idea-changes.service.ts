import { Injectable } from '@nestjs/common';
import type { Made } from '@spolu/contracts/common';
import type { CarryOver, IdeaChangeKind, IdeaState, IdeaStep, MergeIdeas, SplitIdea } from '@spolu/contracts/idea-changes';
import type { LinkKind } from '@spolu/contracts/provenance';
import { Problem } from '@spolu/contracts/problems';
import { In, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../database/transactions.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { ParticipationService, type ProcessSummary } from '../participation/participation.service.ts';
import { visibilityIn } from '../participation/process.ts';
import { ProvenanceService, type NewLink, type Step } from '../provenance/provenance.service.ts';
import { WaysService } from '../provenance/ways.service.ts';
import { IdeaClusters } from './idea-clusters.ts';
import { Idea, IdeaNote } from './idea.entity.ts';
import { countsOf } from './idea.ts';
import { recountSupport, supportParts } from './talk/idea-support.ts';
import { arrangeIdeas } from './ideas.policy.ts';

const LINKS: Record<IdeaChangeKind, LinkKind> = { merge: 'merged-into', split: 'split-from', 'carry-over': 'carried-over-to' };
const CHANGES = new Map<LinkKind, IdeaChangeKind>(Object.entries(LINKS).map(([change, link]) => [link, change as IdeaChangeKind]));

type Traits = Pick<Idea, 'language' | 'categoryId' | 'placeName' | 'planId' | 'placeX' | 'placeY'>;
type NewIdea = Pick<Idea, 'title' | 'summary'> & Partial<Traits>;
/** A record whose thought goes on elsewhere: an idea, or a recommendation that a decision did not take. */
interface GoingOn {
  id: string;
  process: ProcessSummary;
  words: NewIdea;
}

/**
 * Ideas are merged, split, carried over, and each of it is undone again. Nothing is ever rewritten: a change makes new ideas and links to them, undoing it
 * ends those links, and the originals stay as they are with everything said about them.
 */
@Injectable()
export class IdeaChangesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly provenance: ProvenanceService,
    private readonly ways: WaysService,
    private readonly participation: ParticipationService,
    private readonly clusters: IdeaClusters,
  ) {}

  /** @throws Problem `idea/not-current` where one of them became something else meanwhile, `invalid-input` for ideas of several processes */
  async merge(me: Viewer, { ideaIds, ...words }: MergeIdeas): Promise<Made> {
    return this.transactions.run(async (em) => {
      const originals = await this.locked(em, [...new Set(ideaIds)]);
      const process = await this.participation.factsOf(originals[0]!.processId, em);
      for (const { processId } of originals) demand(arrangeIdeas, me, processId === process.processId ? process : await this.participation.factsOf(processId, em));
      if (originals.length < 2 || originals.some(({ processId }) => processId !== process.processId)) {
        throw new Problem('invalid-input', {}, [{ path: 'ideaIds', code: 'not-allowed' }]);
      }
      demandCurrent(originals);
      const id = await this.make(em, me, process, { ...words, ...sharedBy(originals) });
      await this.lead(em, me, 'merge', originals.map((original) => ({ fromId: original.id, toId: id })));
      await this.become(em, 'merged', originals.map((original) => original.id));
      await recountSupport(em, this.provenance, id);
      return { id };
    });
  }

  /** @throws Problem `idea/evidence-left` where a note goes to none of the parts, `invalid-input` for a note that is not the idea's */
  async split(me: Viewer, ideaId: string, { parts }: SplitIdea): Promise<{ ids: string[] }> {
    return this.transactions.run(async (em) => {
      const [idea] = await this.locked(em, [ideaId]);
      const process = await this.participation.factsOf(idea!.processId, em);
      demand(arrangeIdeas, me, process);
      demandCurrent([idea!]);
      const notes = new Set(((await this.clusters.of(em, [ideaId])).get(ideaId) ?? []).flatMap((cluster) => cluster.notes.map((note) => note.contributionId)));
      const wrong = parts.findIndex((part) => part.contributionIds.some((id) => !notes.has(id)));
      if (wrong !== -1) throw new Problem('invalid-input', {}, [{ path: `parts.${wrong}.contributionIds`, code: 'not-allowed' }]);
      const placed = new Set(parts.flatMap((part) => part.contributionIds));
      if (placed.size < notes.size) throw new Problem('idea/evidence-left', { count: notes.size - placed.size });
      const ids: string[] = [];
      for (const { contributionIds, ...words } of parts) {
        const id = await this.make(em, me, process, { ...words, ...sharedBy([idea!]) });
        ids.push(id);
        await em.insert(IdeaNote, [...new Set(contributionIds)].map((contributionId) => ({ ideaId: id, contributionId })));
      }
      await this.lead(em, me, 'split', ids.map((id) => ({ fromId: ideaId, toId: id })));
      await supportParts(em, this.provenance, ideaId, ids);
      await this.become(em, 'split', [ideaId]);
      return { ids };
    });
  }

  /** Whoever carries an idea over works on both processes. Gives the new idea, or the document. */
  async carryOver(me: Viewer, ideaId: string, { to, reason }: CarryOver): Promise<Made> {
    return this.transactions.run(async (em) => {
      const [idea] = await this.locked(em, [ideaId]);
      const process = await this.participation.factsOf(idea!.processId, em);
      demand(arrangeIdeas, me, process);
      demandCurrent([idea!]);
      const { title, summary, language, categoryId, placeName } = idea!;
      const made = await this.goOn(em, me, { id: ideaId, process, words: { title, summary, language, categoryId, placeName } }, { to, reason });
      await this.become(em, 'carried-over', [ideaId]);
      return made;
    });
  }

  /**
   * What a record is about goes on elsewhere, as an idea of another process or in a document of the town: in the transaction of whoever knows that it may go.
   * @throws Problem `invalid-input` for its own process, and where she does not work on the other one
   */
  async goOn(em: EntityManager, me: Viewer, { id: fromId, process, words }: GoingOn, { to, reason }: CarryOver): Promise<Made> {
    if (to.kind === 'process' && to.processId === process.processId) throw new Problem('invalid-input', {}, [{ path: 'to.processId', code: 'not-allowed' }]);
    const target = to.kind === 'process' ? await this.participation.factsOf(to.processId, em) : null;
    if (target) demand(arrangeIdeas, me, target);
    const id = target ? await this.make(em, me, target, { ...words, categoryId: await categoryLike(em, words.categoryId ?? null, target.processId) }) : newId();
    if (to.kind === 'document') {
      await this.provenance.register(em, { id, kind: 'document', title: to.title, url: null, visibility: visibilityIn(process), processId: process.processId, at: new Date() });
    }
    await this.lead(em, me, 'carry-over', [{ fromId, toId: id, reason }]);
    return { id };
  }

  /**
   * A merge and what was carried over here are undone at the idea that came of it, or like a split at the one that was changed.
   * @throws Problem `conflict` where there is no such change, `idea/went-further` where something came of its result
   */
  async undo(me: Viewer, ideaId: string, change: IdeaChangeKind): Promise<void> {
    return this.transactions.run(async (em) => {
      const [idea] = await this.locked(em, [ideaId]);
      demand(arrangeIdeas, me, await this.participation.factsOf(idea!.processId, em));
      const originals = await this.end(em, me, ideaId, change);
      await this.become(em, 'current', originals);
      if (change === 'merge') for (const original of originals) await recountSupport(em, this.provenance, original);
      await this.identity.audit(em, { by: me, action: 'idea.change-undone', subjectKind: 'idea', subjectId: ideaId, facts: { change } });
    });
  }

  /** What went on elsewhere does so no more. @throws Problem `conflict` where it does not, `idea/went-further` */
  async goOnNoMore(em: EntityManager, me: Viewer, fromId: string): Promise<void> {
    await this.end(em, me, fromId, 'carry-over');
  }

  /** What came of the change is worked with no more. Gives what it came from. */
  private async end(em: EntityManager, me: Viewer, recordId: string, change: IdeaChangeKind): Promise<string[]> {
    const links = undoable(recordId, change, await this.provenance.stepsAt(em, [recordId]));
    if (links.length === 0) throw new Problem('conflict');
    const results = [...new Set(links.map(({ toId }) => toId))];
    const originals = [...new Set(links.map(({ fromId }) => fromId))];
    // In the order of their ids, as every change locks them; publishing a dossier waits for these rows too.
    await em.find(Idea, { where: { id: In([...results, ...originals]) }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
    const further = (await this.provenance.stepsAt(em, results)).some((step) => results.includes(step.fromId) && !step.endedAt);
    if (further) throw new Problem('idea/went-further');
    await this.provenance.end(em, links, me.person?.id ?? null);
    await this.become(em, 'undone', results);
    return originals;
  }

  /** What an idea was made from and what it became, as far as the viewer may see, and what of it she could undo if she may arrange. */
  async stepsOf(me: Viewer, em: EntityManager, ideaId: string): Promise<{ madeFrom: IdeaStep[]; became: IdeaStep[]; undo: IdeaChangeKind[] }> {
    const steps = (await this.provenance.stepsAt(em, [ideaId])).filter(({ kind }) => CHANGES.has(kind));
    const others = [...new Set(steps.map(({ fromId, toId }) => (fromId === ideaId ? toId : fromId)))];
    const seen = await this.ways.visibleAmong(me, others);
    const titles = new Map((await this.provenance.titlesOf(em, [...seen])).map((record) => [record.id, record]));
    const told = (id: string, { kind, reason, at, endedAt }: Step): IdeaStep[] => {
      const record = titles.get(id);
      if (!record) return [];
      return [{ id, url: record.url, title: record.title, change: CHANGES.get(kind)!, reason, at: at.toISOString(), undoneAt: endedAt?.toISOString() ?? null }];
    };
    const result = (change: IdeaChangeKind) => undoable(ideaId, change, steps).length > 0;
    return {
      madeFrom: steps.filter(({ toId }) => toId === ideaId).flatMap((step) => told(step.fromId, step)),
      became: steps.filter(({ fromId }) => fromId === ideaId).flatMap((step) => told(step.toId, step)),
      undo: (Object.keys(LINKS) as IdeaChangeKind[]).filter(result),
    };
  }

  private async make(em: EntityManager, me: Viewer, process: ProcessSummary, words: NewIdea): Promise<string> {
    const id = newId();
    const at = new Date();
    const { processId } = process;
    await em.insert(Idea, { id, processId, ...words, createdBy: me.person?.id ?? null, createdAt: at });
    await this.provenance.register(em, { id, kind: 'idea', title: words.title, language: words.language ?? null, url: `/ideas/${id}`, visibility: visibilityIn(process), processId, at });
    return id;
  }

  /** For the order of lists. */
  private async noteDots(em: EntityManager, ids: readonly string[]): Promise<void> {
    for (const [id, clusters] of await this.clusters.outlinesOf(em, ids)) await em.update(Idea, { id }, { dots: countsOf(clusters).dots ?? 0 });
  }

  private async lead(em: EntityManager, me: Viewer, change: IdeaChangeKind, links: readonly Omit<NewLink, 'kind'>[]): Promise<void> {
    await this.provenance.link(em, links.map((link) => ({ ...link, kind: LINKS[change] })), me.person?.id ?? null);
    await this.noteDots(em, [...new Set(links.map(({ toId }) => toId))]);
  }

  private async become(em: EntityManager, state: IdeaState, ids: readonly string[]): Promise<void> {
    await em.update(Idea, { id: In([...ids]) }, { state });
  }

  /** In the order of their ids, so that two changes at once wait for each other instead of for ever. @throws Problem `not-found` */
  private async locked(em: EntityManager, ids: readonly string[]): Promise<Idea[]> {
    const ideas = await em.find(Idea, { where: { id: In([...ids]) }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
    if (ideas.length < ids.length) throw new Problem('not-found');
    return ideas;
  }
}

/** The standing steps of such a change at an idea: where it is the result of a merge, or the original of a split or of what was carried over. */
function undoable(ideaId: string, change: IdeaChangeKind, steps: readonly Step[]): { fromId: string; toId: string; kind: LinkKind }[] {
  return steps
    .filter(({ fromId, toId, kind, endedAt }) => kind === LINKS[change] && !endedAt && ideaId === (change === 'merge' ? toId : fromId))
    .map(({ fromId, toId, kind }) => ({ fromId, toId, kind }));
}

/** What ideas have in common, an idea made from them has too; where they differ nobody can say. */
function sharedBy(ideas: readonly Idea[]): Traits {
  const common = <Value>(values: readonly Value[]): Value | null => (new Set(values).size === 1 ? values[0]! : null);
  const [{ planId, placeX, placeY }] = ideas as [Idea];
  const onePoint = common(ideas.map((idea) => [idea.planId, idea.placeX, idea.placeY].join())) !== null;
  return {
    language: common(ideas.map(({ language }) => language)),
    categoryId: common(ideas.map(({ categoryId }) => categoryId)),
    placeName: common(ideas.map(({ placeName }) => placeName)) ?? '',
    ...(onePoint ? { planId, placeX, placeY } : { planId: null, placeX: null, placeY: null }),
  };
}

/** Each process has categories of its own: the one of the same name, if there is one. */
async function categoryLike(em: EntityManager, categoryId: string | null, processId: string): Promise<string | null> {
  if (categoryId === null) return null;
  const rows = await em.query<{ id: string }[]>(
    `select there.id from idea_category here join idea_category there on there.process_id = $2 and plain_text(there.title) = plain_text(here.title) where here.id = $1 order by there.position limit 1`,
    [categoryId, processId],
  );
  return rows[0]?.id ?? null;
}

function demandCurrent(ideas: readonly Idea[]): void {
  if (ideas.some(({ state, publishedAt, hiddenAt }) => state !== 'current' || !publishedAt || hiddenAt)) throw new Problem('idea/not-current');
}
