import { Injectable } from '@nestjs/common';
import type { AskForAssessments, Asked, Criterion, CriterionScore, WriteAssessment } from '@spolu/contracts/assessment';
import { Problem } from '@spolu/contracts/problems';
import { In, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../database/transactions.ts';
import { AnswerTermsService } from '../duties/answer-terms.service.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdeasService } from '../ideas/ideas.service.ts';
import { audit } from '../identity/audit.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { MailService } from '../mail/mail.service.ts';
import { ParticipationService } from '../participation/participation.service.ts';
import { visibilityIn } from '../participation/process.ts';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import { Assessment, AssessmentScore } from './assessment.entity.ts';
import { askForAssessments, publishAssessment, withdrawAssessment, writeAssessment, type AssessmentFacts } from './assessment.policy.ts';
import { writeAskedLetter, type AskedLetterFacts } from './asked-letter.ts';
import { CriteriaService } from './criteria.service.ts';

/** Departments are asked, write, stand by what they wrote; the people of the process publish it. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly provenance: ProvenanceService,
    private readonly participation: ParticipationService,
    private readonly ideas: IdeasService,
    private readonly criteria: CriteriaService,
    private readonly terms: AnswerTermsService,
    private readonly mail: MailService,
  ) {}

  /**
   * Each of the departments for each of the ideas; without a day until the term that the process set. One that was asked before keeps its day and its words; the others are written to.
   * @throws Problem `not-found` for an idea of no or another process, and for one that is hidden or waits for a look, `invalid-input` for an unknown organisation or a day that lies behind
   */
  async ask(me: Viewer, processId: string, { ideaIds, organisationIds, dueOn }: AskForAssessments): Promise<Asked> {
    return this.transactions.run(async (em) => {
      demand(askForAssessments, me, await this.participation.factsOf(processId, em));
      const [wanted, asked] = [[...new Set(ideaIds)], [...new Set(organisationIds)]];
      const ideas = await this.ideas.evidenceOf(em, wanted);
      if (wanted.some((id) => ideas.get(id)?.processId !== processId)) throw new Problem('not-found');
      const departments = await this.identity.organisations(asked);
      if (departments.size < asked.length) throw notAllowed('organisationIds');
      const today = await this.identity.today();
      if (dueOn !== null && dueOn < today) throw notAllowed('dueOn');
      const due = dueOn ?? (await this.terms.questionDueOn(em, processId, today));
      const { defaultLanguage } = await this.identity.municipality();
      const rows = wanted.flatMap((ideaId) => asked.map((organisationId) => ({
        id: newId(), ideaId, processId, organisationId, dueOn: due, state: 'asked' as const, language: defaultLanguage, askedBy: me.person?.id ?? null, askedAt: new Date(),
      })));
      const { raw } = await em.createQueryBuilder().insert().into(Assessment).values(rows).orIgnore().returning('id').execute() as { raw: { id: string }[] };
      const made = new Set(raw.map(({ id }) => id));
      for (const { id: organisationId, name } of departments.values()) {
        const told = rows.filter((row) => row.organisationId === organisationId && made.has(row.id)).map(({ ideaId }) => ({ ideaId, title: ideas.get(ideaId)!.title }));
        if (told.length > 0) await this.tellAsked(em, me, organisationId, { department: name, ideas: told, dueOn: due });
      }
      return { askedCount: made.size, alreadyCount: rows.length - made.size };
    });
  }

  /** Each of its people one letter, in her language; whoever asks needs none. */
  private async tellAsked(em: EntityManager, me: Viewer, organisationId: string, facts: Pick<AskedLetterFacts, 'department' | 'ideas' | 'dueOn'>): Promise<void> {
    const people = await this.identity.reachable(em, [{ scope: 'organisation', scopeId: organisationId, roles: ['officer', 'department-member'] }]);
    for (const [personId, { email, language }] of new Map(people.map((person) => [person.personId, person]))) {
      if (personId !== me.person?.id) await this.mail.write(em, { to: email, language, ...writeAskedLetter({ language, origin: this.mail.origin, ...facts }) });
    }
  }

  /**
   * @throws Problem `assessment/published`, `changed-meanwhile`, `invalid-input` for a score that is on no scale of the process,
   * `assessment/incomplete` where it would be given with something missing
   */
  async write(me: Viewer, id: string, input: WriteAssessment): Promise<void> {
    await this.transactions.run(async (em) => {
      const { facts, assessment } = await this.found(em, id);
      demand(writeAssessment, me, facts);
      await this.keep(em, me, assessment, input, await this.criteria.held(em, assessment.processId));
    });
  }

  /** As {@link write}, of one that was found and whose policy was asked. */
  async keep(em: EntityManager, me: Viewer, assessment: Assessment, input: WriteAssessment, criteria: readonly Criterion[]): Promise<void> {
    if (assessment.state === 'published') throw new Problem('assessment/published');
    checkScores(input.scores, criteria);
    const { scores, give, revision, ...words } = input;
    // What was given stays given: whoever mends it stands by it again, so nothing may be missing.
    const given = give || assessment.state === 'given';
    if (given) checkComplete(input, criteria);
    const { affected } = await em.update(Assessment, { id: assessment.id, revision }, {
      ...words, revision: revision + 1, state: given ? 'given' : 'begun',
      // The days it took are counted to when it was given first.
      ...(given && { givenAt: assessment.givenAt ?? new Date(), givenBy: me.person?.id ?? null }),
    });
    if (affected === 0) throw new Problem('changed-meanwhile');
    await em.delete(AssessmentScore, { assessmentId: assessment.id });
    if (scores.length > 0) await em.insert(AssessmentScore, scores.map((score) => ({ assessmentId: assessment.id, ...score })));
  }

  /**
   * From now on everybody who may see the idea reads its public part; it changes no more.
   * @throws Problem `assessment/not-given`
   */
  async publish(me: Viewer, id: string): Promise<void> {
    await this.transactions.run(async (em) => {
      const { facts, assessment, process } = await this.found(em, id, 'pessimistic_write');
      demand(publishAssessment, me, facts);
      if (assessment.state === 'published') return;
      if (assessment.state !== 'given') throw new Problem('assessment/not-given');
      const at = new Date();
      await em.update(Assessment, { id }, { state: 'published', publishedAt: at });
      const organisation = (await this.identity.organisations([assessment.organisationId])).get(assessment.organisationId);
      await this.provenance.register(em, {
        id, kind: 'assessment', title: organisation?.name ?? '', url: `/ideas/${assessment.ideaId}#${id}`, visibility: visibilityIn(process), processId: assessment.processId,
        language: assessment.language, outcome: assessment.feasibility, reason: assessment.publicAnswer || null, at,
      });
      await this.provenance.link(em, [{ fromId: assessment.ideaId, toId: id, kind: 'opined-by' }], me.person?.id ?? null);
      await audit(em, { by: me, action: 'assessment.published', subjectKind: 'assessment', subjectId: id });
    });
  }

  /** Takes the question back. @throws Problem `assessment/begun` once the department wrote something: nobody throws that away for it */
  async withdraw(me: Viewer, id: string): Promise<void> {
    await this.transactions.run(async (em) => {
      const { facts, assessment } = await this.found(em, id, 'pessimistic_write');
      demand(withdrawAssessment, me, facts);
      if (assessment.state !== 'asked') throw new Problem('assessment/begun');
      await em.delete(Assessment, { id });
    });
  }

  /** With what its policies look at. @throws Problem `not-found` */
  async found(em: EntityManager, id: string, lock?: 'pessimistic_write') {
    const assessment = await em.findOne(Assessment, { where: { id }, ...(lock && { lock: { mode: lock } }) });
    if (!assessment) throw new Problem('not-found');
    const process = await this.participation.factsOf(assessment.processId, em);
    const facts: AssessmentFacts = { ...process, assessorId: assessment.organisationId, ideaHidden: (await this.hiddenAmong(em, [assessment])).has(assessment.ideaId) };
    return { assessment, process, facts };
  }

  /** Of the ideas that they are about those that were hidden since. */
  async hiddenAmong(em: EntityManager, assessments: readonly Pick<Assessment, 'ideaId'>[]): Promise<Set<string>> {
    const ideas = await this.ideas.summariesOf(em, [...new Set(assessments.map(({ ideaId }) => ideaId))]);
    return new Set([...ideas].flatMap(([id, { hidden }]) => (hidden ? [id] : [])));
  }

  async scoresOf(em: EntityManager, assessmentIds: readonly string[]): Promise<Map<string, CriterionScore[]>> {
    const scores = new Map(assessmentIds.map((id): [string, CriterionScore[]] => [id, []]));
    const rows = assessmentIds.length === 0 ? [] : await em.findBy(AssessmentScore, { assessmentId: In([...assessmentIds]) });
    for (const { assessmentId, ...score } of rows) scores.get(assessmentId)?.push(score);
    return scores;
  }
}

const notAllowed = (path: string) => new Problem('invalid-input', {}, [{ path, code: 'not-allowed' }]);

function checkScores(scores: readonly CriterionScore[], criteria: readonly Criterion[]): void {
  if (new Set(scores.map(({ criterionId }) => criterionId)).size < scores.length) throw notAllowed('scores');
  for (const [i, { criterionId, value }] of scores.entries()) {
    const criterion = criteria.find(({ id }) => id === criterionId);
    if (!criterion || value > (criterion.kind === 'points' ? criterion.scaleMax : 1)) throw notAllowed(`scores.${i}.value`);
  }
}

function checkComplete({ scores, feasibility }: Pick<WriteAssessment, 'scores' | 'feasibility'>, criteria: readonly Criterion[]): void {
  const missing = criteria.filter(({ id }) => !scores.some(({ criterionId }) => criterionId === id)).length;
  if (missing > 0 || feasibility === null) throw new Problem('assessment/incomplete', { count: missing + (feasibility === null ? 1 : 0) });
}
