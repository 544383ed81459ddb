import { Injectable } from '@nestjs/common';
import type { AssessedIdea, AssessedQuery, AssessmentRow, AssessmentView, PublishedAssessment, WaitingAssessment } from '@spolu/contracts/assessment';
import type { Page, PageQuery } from '@spolu/contracts/common';
import { weighAssessments } from '@spolu/deliberation/assessment';
import { In, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { Transactions } from '../database/transactions.ts';
import { byParts, type ListOrder, pageOf } from '../http/page.ts';
import { demand, signedIn } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdeasService } from '../ideas/ideas.service.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { ParticipationService } from '../participation/participation.service.ts';
import { Assessment } from './assessment.entity.ts';
import { publishAssessment, readAssessment, readAssessments, readCriteria, withdrawAssessment, writeAssessment } from './assessment.policy.ts';
import { AssessmentsService } from './assessments.service.ts';
import { CriteriaService } from './criteria.service.ts';

/** Assessments as people read them: a department what waits, the people of the process all of it, everybody what was published. */
@Injectable()
export class AssessmentPagesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly participation: ParticipationService,
    private readonly ideas: IdeasService,
    private readonly criteria: CriteriaService,
    private readonly assessments: AssessmentsService,
  ) {}

  /** What waits for the viewer's departments. */
  async waiting(me: Viewer, query: PageQuery): Promise<Page<WaitingAssessment>> {
    demand(signedIn, me);
    const em = this.transactions.manager;
    const departments = me.roles.flatMap(({ scope, scopeId, role }) =>
      scope === 'organisation' && scopeId !== null && (role === 'officer' || role === 'department-member') ? [scopeId] : []);
    const asked = departments.length === 0 ? [] : await em.findBy(Assessment, { organisationId: In(departments), state: In(['asked', 'begun']) });
    const hidden = await this.assessments.hiddenAmong(em, asked);
    const found = asked.filter(({ ideaId }) => !hidden.has(ideaId));
    const processes = new Map((await this.participation.factsOfAll([...new Set(found.map(({ processId }) => processId))], em)).map((process) => [process.processId, process.title]));
    const shown = pageOf(found, query, MOST_URGENT_FIRST);
    const rows = await this.rowsOf(em, shown.items);
    return { next: shown.next, items: shown.items.map(({ processId }, i) => ({ ...rows[i]!, processId, processTitle: processes.get(processId) ?? '' })) };
  }

  /** Ideas of the process of which an assessment was asked, with what the given ones come to. */
  async ofProcess(me: Viewer, processId: string, query: AssessedQuery): Promise<Page<AssessedIdea>> {
    const em = this.transactions.manager;
    demand(readAssessments, me, await this.participation.factsOf(processId));
    const all = await em.find(Assessment, { where: { processId }, order: { askedAt: 'ASC', id: 'ASC' } });
    const rows = await this.rowsOf(em, all);
    const criteria = await this.criteria.of(em, processId);
    const scores = await this.assessments.scoresOf(em, all.map(({ id }) => id));
    const byIdea = new Map<string, { assessment: Assessment; row: AssessmentRow }[]>();
    for (const [i, assessment] of all.entries()) byIdea.set(assessment.ideaId, [...(byIdea.get(assessment.ideaId) ?? []), { assessment, row: rows[i]! }]);
    const ideas = [...byIdea].map(([ideaId, parts]): AssessedIdea => ({
      ideaId,
      title: parts[0]!.row.ideaTitle,
      assessments: parts.map(({ row }) => row),
      ...weighAssessments(
        parts.flatMap(({ assessment: { id, organisationId, feasibility, cost, givenAt } }) => givenAt === null || feasibility === null ? [] : [{
          organisationId, feasibility, cost, values: Object.fromEntries((scores.get(id) ?? []).map(({ criterionId, value }) => [criterionId, value])),
        }]),
        criteria,
      ),
    }));
    return pageOf(ideas.filter(SHOWN[query.show]), query, BEST_FIRST);
  }

  async view(me: Viewer, id: string): Promise<AssessmentView> {
    const em = this.transactions.manager;
    const { assessment, process, facts } = await this.assessments.found(em, id);
    demand(readAssessment, me, facts);
    const [row] = await this.rowsOf(em, [assessment]);
    const scores = await this.assessments.scoresOf(em, [id]);
    const mayWrite = writeAssessment.allows(me, facts);
    const { feasibility, cost, costNote, internalNote, publicAnswer, language, assessorName, revision, state, givenAt, publishedAt } = assessment;
    return {
      ...row!,
      processId: assessment.processId,
      processTitle: process.title,
      ideaSummary: (await this.ideas.summariesOf(em, [assessment.ideaId])).get(assessment.ideaId)?.summary ?? '',
      criteria: await this.criteria.of(em, assessment.processId),
      scores: scores.get(id) ?? [],
      feasibility, cost, costNote, internalNote, publicAnswer, language, assessorName, revision,
      givenAt: givenAt?.toISOString() ?? null,
      publishedAt: publishedAt?.toISOString() ?? null,
      others: mayWrite && givenAt === null ? null : await this.othersOf(em, assessment),
      may: { write: mayWrite && state !== 'published', publish: state === 'given' && publishAssessment.allows(me, facts), withdraw: state === 'asked' && withdrawAssessment.allows(me, facts) },
    };
  }

  async published(me: Viewer, ideaId: string): Promise<PublishedAssessment[]> {
    const em = this.transactions.manager;
    const { processId } = await this.ideas.view(me, ideaId);
    demand(readCriteria, me, await this.participation.factsOf(processId));
    return (await this.publishedOf(em, processId, [ideaId])).get(ideaId) ?? [];
  }

  /** What was published about ideas of a process, by idea: its public part alone. Whoever passes it on asks who may see the idea. */
  async publishedOf(em: EntityManager, processId: string, ideaIds: readonly string[]): Promise<Map<string, PublishedAssessment[]>> {
    const found = await em.find(Assessment, { where: { processId, ideaId: In([...ideaIds]), state: 'published' }, order: { publishedAt: 'ASC', id: 'ASC' } });
    const organisations = await this.identity.organisations(found.map(({ organisationId }) => organisationId));
    const criteria = await this.criteria.of(em, processId);
    const scores = await this.assessments.scoresOf(em, found.map(({ id }) => id));
    const published = new Map<string, PublishedAssessment[]>();
    for (const { id, ideaId, organisationId, feasibility, cost, costNote, publicAnswer, language, publishedAt } of found) {
      if (feasibility === null || publishedAt === null) continue;
      const answer = {
        id, organisationName: organisations.get(organisationId)?.name ?? '', feasibility, cost, costNote, publicAnswer, language, publishedAt: publishedAt.toISOString(),
        scores: criteria.flatMap((criterion) => {
          const score = scores.get(id)?.find(({ criterionId }) => criterionId === criterion.id);
          return score ? [{ title: criterion.title, value: score.value, scaleMax: criterion.kind === 'points' ? criterion.scaleMax : null, reason: score.reason }] : [];
        }),
      };
      published.set(ideaId, [...(published.get(ideaId) ?? []), answer]);
    }
    return published;
  }

  /** In the order of the assessments given. */
  async rowsOf(em: EntityManager, assessments: readonly Assessment[]): Promise<AssessmentRow[]> {
    const ideas = await this.ideas.summariesOf(em, [...new Set(assessments.map(({ ideaId }) => ideaId))]);
    const organisations = await this.identity.organisations([...new Set(assessments.map(({ organisationId }) => organisationId))]);
    return assessments.map(({ id, ideaId, organisationId, dueOn, state }) => ({
      id, ideaId, ideaTitle: ideas.get(ideaId)?.title ?? '', organisationId, organisationName: organisations.get(organisationId)?.name ?? '', dueOn, state,
    }));
  }

  private async othersOf(em: EntityManager, { id, ideaId }: Assessment): Promise<NonNullable<AssessmentView['others']>> {
    const others = (await em.find(Assessment, { where: { ideaId, state: In(['given', 'published']) }, order: { givenAt: 'ASC', id: 'ASC' } })).filter((other) => other.id !== id);
    const rows = await this.rowsOf(em, others);
    const scores = await this.assessments.scoresOf(em, others.map((other) => other.id));
    return others.map(({ id: otherId, feasibility, cost, internalNote }, i) => ({ id: otherId, organisationName: rows[i]!.organisationName, scores: scores.get(otherId) ?? [], feasibility, cost, internalNote }));
  }
}

/** By the day it is due; those without one last. */
const MOST_URGENT_FIRST: ListOrder<Assessment, [string, string]> = {
  key: z.tuple([z.string(), z.string()]),
  keyOf: ({ dueOn, id }) => [dueOn ?? '9999', id],
  compare: byParts('up', 'up'),
};
/** Those without points last. */
const BEST_FIRST: ListOrder<AssessedIdea, [number, string, string]> = {
  key: z.tuple([z.number(), z.string(), z.string()]),
  keyOf: ({ points, title, ideaId }) => [points ?? -1, title, ideaId],
  compare: byParts('down', 'up', 'up'),
};
const SHOWN: Record<AssessedQuery['show'], (idea: AssessedIdea) => boolean> = {
  all: () => true,
  waiting: ({ givenCount, assessments }) => givenCount < assessments.length,
  given: ({ givenCount, assessments }) => givenCount === assessments.length,
  contested: ({ contestedIds, feasibility }) => contestedIds.length > 0 || feasibility.length > 1,
};
