import { Injectable } from '@nestjs/common';
import type { EarlierQuestion, Evidence } from '@spolu/contracts/outputs';
import type { EntityManager } from 'typeorm';
import { AssessmentPagesService } from '../assessment/assessment-pages.service.ts';
import { IdeasService } from '../ideas/ideas.service.ts';
import { PublicVotesService } from '../public-votes/public-votes.service.ts';
import type { AskedBefore, Before, SaidBefore } from './dossier.ts';

interface SaidRow {
  draftId: string | null;
  title: string;
  id: string;
  version: number;
  bodyName: string;
  verdict: SaidBefore['opinion']['verdict'];
  reasoning: string;
  dissent: string;
  for: number;
  against: number;
  abstained: number;
  adoptedOn: string;
}
interface AskedRow extends Omit<EarlierQuestion, 'askedAt' | 'answeredAt'> {
  draftId: string | null;
  title: string;
  askedAt: Date;
  answeredAt: Date | null;
}

/** Gathers what a version is frozen with, as it stands now. */
@Injectable()
export class DossierEvidence {
  constructor(
    private readonly ideas: IdeasService,
    private readonly assessments: AssessmentPagesService,
    private readonly publicVotes: PublicVotesService,
  ) {}

  /** Ideas of the process by id: what people wrote in the hall and online, what departments published, what public votes said. */
  async of(em: EntityManager, processId: string, ideaIds: readonly string[]): Promise<Map<string, Evidence>> {
    const ideas = await this.ideas.wholeOf(em, ideaIds);
    const assessments = await this.assessments.publishedOf(em, processId, ideaIds);
    const votes = await this.publicVotes.resultsOf(em, ideaIds);
    return new Map([...ideas].flatMap(([ideaId, { processId: of, title, summary, clusters, words }]) =>
      of === processId ? [[ideaId, { ideaId, title, summary, clusters, words, assessments: assessments.get(ideaId) ?? [], votes: votes.get(ideaId) ?? [] }]] : []));
  }

  /** What came of the dossier's versions until now. */
  async before(em: EntityManager, dossierId: string): Promise<Before> {
    return { said: await this.saidOf(em, dossierId), asked: await this.askedOf(em, dossierId) };
  }

  /** What bodies said of them, the first to speak first. */
  private async saidOf(em: EntityManager, dossierId: string): Promise<SaidBefore[]> {
    const rows = await em.query<SaidRow[]>(
      `select r.draft_id as "draftId", r.title, o.opinion_id as id, r.version, b.name as "bodyName", o.verdict, o.reasoning, o.dissent,
          o.votes_for as "for", o.votes_against as against, o.votes_abstained as abstained, to_char(o.adopted_on, 'YYYY-MM-DD') as "adoptedOn"
        from recommendation_opinion o join recommendation r on r.id = o.recommendation_id join body b on b.id = o.body_id
        where r.dossier_id = $1 order by r.version, o.adopted_on, o.opinion_id`,
      [dossierId],
    );
    return rows.map(({ draftId, title, for: yes, against, abstained, ...opinion }) => ({ draftId, title, opinion: { ...opinion, vote: { for: yes, against, abstained } } }));
  }

  /** What bodies asked departments about them, the first question first. */
  private async askedOf(em: EntityManager, dossierId: string): Promise<AskedBefore[]> {
    const rows = await em.query<AskedRow[]>(
      `select r.draft_id as "draftId", r.title, q.question_id as id, r.version, b.name as "bodyName", o.name as "organisationName", q.text, q.asked_at as "askedAt", q.answer, q.answered_at as "answeredAt"
        from recommendation_question q join recommendation r on r.id = q.recommendation_id join body b on b.id = q.body_id join organisation o on o.id = q.organisation_id
        where r.dossier_id = $1 order by r.version, q.asked_at, q.question_id`,
      [dossierId],
    );
    return rows.map(({ draftId, title, askedAt, answeredAt, ...question }) => ({
      draftId, title, question: { ...question, askedAt: askedAt.toISOString(), answeredAt: answeredAt?.toISOString() ?? null },
    }));
  }
}
