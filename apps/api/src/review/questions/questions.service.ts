import { Injectable } from '@nestjs/common';
import type { Made } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import type { ReferredRef } from '@spolu/contracts/review';
import type { AnswerQuestion, AskDepartment, ReferralQuestionRow, ReferralQuestionView } from '@spolu/contracts/review-questions';
import { In, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../../database/transactions.ts';
import { AnswerTermsService } from '../../duties/answer-terms.service.ts';
import { demand, type Facts } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { IdentityService } from '../../identity/identity.service.ts';
import { readVersion } from '../../outputs/outputs.policy.ts';
import { OutputsService } from '../../outputs/outputs.service.ts';
import { ParticipationService } from '../../participation/participation.service.ts';
import { openReferral } from '../referral-access.ts';
import { Decision, DecisionItem, OpinionRow, type Referral, ReferralItem } from '../review.entity.ts';
import { readReferral } from '../review.policy.ts';
import { ReferralQuestion } from './question.entity.ts';
import { answerQuestion, askQuestion, readQuestion, withdrawQuestion, type QuestionFacts } from './questions.policy.ts';

interface Found {
  question: ReferralQuestion;
  item: ReferralItem;
  referral: Referral;
  facts: QuestionFacts & { bodyId: string };
}

/** What a body asks departments while it makes up its mind, and what they answer. */
@Injectable()
export class ReferralQuestions {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly participation: ParticipationService,
    private readonly outputs: OutputsService,
    private readonly terms: AnswerTermsService,
  ) {}

  /**
   * It stands beside the recommendation at once, and waits for the department as long as its process gives for questions.
   * @throws Problem `review/opinion-adopted`, `review/decided`, `review/withdrawn`, `review/unknown-recommendation`, `invalid-input` for an unknown organisation
   */
  async ask(me: Viewer, { referralId, recommendationId }: ReferredRef, { organisationId, text }: AskDepartment): Promise<Made> {
    return this.transactions.run(async (em) => {
      const { referral, facts } = await openReferral(em, this.participation, referralId, 'pessimistic_read');
      demand(askQuestion, me, facts);
      const item = await em.findOneBy(ReferralItem, { referralId, recommendationId });
      if (!item) throw new Problem('review/unknown-recommendation');
      await demandUnspoken(em, referral, item);
      if (!(await this.identity.organisations([organisationId])).has(organisationId)) throw new Problem('invalid-input', {}, [{ path: 'organisationId', code: 'not-allowed' }]);
      const dueOn = await this.terms.questionDueOn(em, referral.processId, await this.identity.today());
      const question = { id: newId(), itemId: item.id, organisationId, text, askedBy: me.person!.id, askedAt: new Date(), dueOn, answer: '', answeredAt: null };
      await em.insert(ReferralQuestion, question);
      await this.note(em, question, referral, item);
      return { id: question.id };
    });
  }

  /** Or what was answered in other words. @throws Problem `changed-meanwhile`, `review/opinion-adopted`, `review/decided`, `review/withdrawn` */
  async answer(me: Viewer, id: string, { answer, revision }: AnswerQuestion): Promise<void> {
    await this.transactions.run(async (em) => {
      const { question, item, referral, facts } = await this.found(em, id, 'pessimistic_read');
      demand(answerQuestion, me, facts);
      await demandUnspoken(em, referral, item);
      const answered = { answer, answeredBy: me.person!.id, answeredAt: new Date() };
      const { affected } = await em.update(ReferralQuestion, { id, revision }, { ...answered, revision: revision + 1 });
      if (affected === 0) throw new Problem('changed-meanwhile');
      await this.note(em, { ...question, ...answered }, referral, item);
    });
  }

  /** @throws Problem `review/question-answered`: nobody throws a department's words away; else as {@link answer} */
  async withdraw(me: Viewer, id: string): Promise<void> {
    await this.transactions.run(async (em) => {
      const { item, referral, facts } = await this.found(em, id, 'pessimistic_read');
      demand(withdrawQuestion, me, facts);
      await demandUnspoken(em, referral, item);
      // nobody answers between a look and this
      const { affected } = await em.delete(ReferralQuestion, { id, answer: '' });
      if (affected === 0) throw new Problem('review/question-answered');
      await this.outputs.dropQuestion(em, id);
    });
  }

  async view(me: Viewer, id: string): Promise<ReferralQuestionView> {
    const em = this.transactions.manager;
    const { question, item, referral, facts } = await this.found(em, id);
    demand(readQuestion, me, facts);
    const { content, facts: version } = await this.outputs.versionOf(em, referral.dossierId, referral.version);
    const recommendation = content.recommendations.find((one) => one.id === item.recommendationId);
    const body = await this.identity.body(referral.bodyId);
    const organisation = (await this.identity.organisations([question.organisationId])).get(question.organisationId);
    if (!recommendation || !body || !organisation) throw new Problem('not-found');
    const { number, title, text, reasons } = recommendation;
    return {
      id, bodyName: body.name, organisationName: organisation.name, processTitle: content.processTitle, dossierTitle: content.title, dossierId: referral.dossierId, dossierVersion: referral.version,
      recommendation: { number, title, text, reasons }, ...wordsOf(question), revision: question.revision,
      referralId: readReferral.allows(me, facts) ? referral.id : null,
      may: { answer: answerQuestion.allows(me, facts) && (await whySpoken(em, referral, item)) === null, readDossier: readVersion.allows(me, version) },
    };
  }

  /** What was asked about each recommendation of a referral, the first question first. Whoever passes it on asks who reads the referral. */
  async besides(em: EntityManager, me: Viewer, facts: Facts, itemIds: readonly string[]): Promise<Map<string, ReferralQuestionRow[]>> {
    const questions = await em.find(ReferralQuestion, { where: { itemId: In([...itemIds]) }, order: { askedAt: 'ASC', id: 'ASC' } });
    const organisations = await this.identity.organisations([...new Set(questions.map(({ organisationId }) => organisationId))]);
    const names = await this.identity.namesInOffice(questions.flatMap(({ askedBy }) => askedBy ?? []));
    const besides = new Map<string, ReferralQuestionRow[]>();
    for (const question of questions) {
      const row = {
        id: question.id, organisationName: organisations.get(question.organisationId)?.name ?? '', personName: names.get(question.askedBy ?? '') ?? '', ...wordsOf(question),
        mayWithdraw: question.answeredAt === null && withdrawQuestion.allows(me, { ...facts, personId: question.askedBy }),
      };
      besides.set(question.itemId, [...(besides.get(question.itemId) ?? []), row]);
    }
    return besides;
  }

  private note(em: EntityManager, question: Pick<ReferralQuestion, 'id' | 'organisationId' | 'text' | 'askedAt' | 'answer' | 'answeredAt'>, { bodyId }: Referral, { recommendationId }: ReferralItem): Promise<void> {
    const { id: questionId, organisationId, text, askedAt, answer, answeredAt } = question;
    return this.outputs.noteQuestion(em, { questionId, recommendationId, bodyId, organisationId, text, askedAt, answer, answeredAt });
  }

  private async found(em: EntityManager, id: string, lock?: 'pessimistic_read'): Promise<Found> {
    const question = await em.findOneBy(ReferralQuestion, { id });
    if (!question) throw new Problem('not-found');
    const item = await em.findOneByOrFail(ReferralItem, { id: question.itemId });
    const { referral, facts } = await openReferral(em, this.participation, item.referralId, lock);
    return { question, item, referral, facts: { ...facts, askedOrganisationId: question.organisationId, personId: question.askedBy } };
  }
}

const wordsOf = ({ text, askedAt, dueOn, answer, answeredAt }: ReferralQuestion) => ({ text, askedAt: askedAt.toISOString(), dueOn, answer, answeredAt: answeredAt?.toISOString() ?? null });

/** Why nothing is asked and answered about it any more; null while the body has not spoken. */
async function whySpoken(em: EntityManager, { id: referralId, withdrawnAt }: Referral, { id: itemId, recommendationId }: ReferralItem) {
  if (withdrawnAt) return 'review/withdrawn' as const;
  if (await em.existsBy(OpinionRow, { itemId })) return 'review/opinion-adopted' as const;
  const decisions = await em.find(Decision, { select: { id: true }, where: { referralId } });
  return (await em.existsBy(DecisionItem, { decisionId: In(decisions.map(({ id }) => id)), recommendationId })) ? ('review/decided' as const) : null;
}

async function demandUnspoken(em: EntityManager, referral: Referral, item: ReferralItem): Promise<void> {
  const why = await whySpoken(em, referral, item);
  if (why) throw new Problem(why);
}
