import { Injectable } from '@nestjs/common';
import type { Made } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import type { ReferredRef } from '@spolu/contracts/review';
import type { AnswerQuestion, AskDepartment, HiddenOfQuestion, HideQuestion, ReferralQuestionRow, ReferralQuestionView } from '@spolu/contracts/review-questions';
import { In, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../../database/transactions.ts';
import { AnswerTermsService } from '../../duties/answer-terms.service.ts';
import { demand, type Facts } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { IdentityService } from '../../identity/identity.service.ts';
import { MailService } from '../../mail/mail.service.ts';
import { readVersion } from '../../outputs/outputs.policy.ts';
import { OutputsService } from '../../outputs/outputs.service.ts';
import { ParticipationService } from '../../participation/participation.service.ts';
import { openReferral } from '../referral-access.ts';
import { type Referral, ReferralItem } from '../review.entity.ts';
import { readReferral } from '../review.policy.ts';
import { NoticesService } from '../../provenance/notices/notices.service.ts';
import { authorsOf } from '../../provenance/reach.ts';
import { ProvenanceService } from '../../provenance/provenance.service.ts';
import { writeDepartmentLetter, type DepartmentLetterFacts } from './department-letter.ts';
import { ReferralQuestion } from './question.entity.ts';
import { questionsAnswered } from './questions-waiting.ts';
import { demandUnspoken, whySpoken } from './spoken.ts';
import { answerQuestion, askQuestion, hideQuestion, readQuestion, withdrawQuestion, type QuestionFacts } from './questions.policy.ts';

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
    private readonly provenance: ProvenanceService,
    private readonly notices: NoticesService,
    private readonly mail: MailService,
  ) {
    notices.readNewsBy('question-answered', questionsAnswered);
  }

  /**
   * It stands beside the recommendation at once, waits for the department as long as its process gives for questions, and its people are written to.
   * @throws Problem `review/opinion-adopted`, `review/decided`, `review/withdrawn`, `review/unknown-recommendation`, `invalid-input` for an unknown organisation
   */
  async ask(me: Viewer, { referralId, recommendationId }: ReferredRef, { organisationId, text }: AskDepartment): Promise<Made> {
    return this.transactions.run(async (em) => {
      const { referral, facts } = await openReferral(em, this.participation, referralId, 'pessimistic_read');
      demand(askQuestion, me, facts);
      const item = await em.findOneBy(ReferralItem, { referralId, recommendationId });
      if (!item) throw new Problem('review/unknown-recommendation');
      await demandUnspoken(em, referral, item);
      const department = (await this.identity.organisations([organisationId])).get(organisationId);
      if (!department) throw new Problem('invalid-input', {}, [{ path: 'organisationId', code: 'not-allowed' }]);
      const dueOn = await this.terms.questionDueOn(em, referral.processId, await this.identity.today());
      const question = { id: newId(), itemId: item.id, organisationId, contributionId: null, text, askedBy: me.person!.id, askedAt: new Date(), dueOn, answer: '', answeredAt: null };
      await em.insert(ReferralQuestion, question);
      await this.note(em, question, referral, item);
      await this.tellAsked(em, me, organisationId, { questionId: question.id, ...(await this.namesOf(em, referral, item)), department: department.name, dueOn });
      return { id: question.id };
    });
  }

  /**
   * Or what was answered in other words; an author mends her answer once.
   * @throws Problem `changed-meanwhile`, `review/answer-corrected`, `review/opinion-adopted`, `review/decided`, `review/withdrawn`
   */
  async answer(me: Viewer, id: string, { answer, revision }: AnswerQuestion): Promise<void> {
    await this.transactions.run(async (em) => {
      const { question, item, referral, facts } = await this.found(em, id, 'pessimistic_read');
      demand(answerQuestion, me, facts);
      await demandUnspoken(em, referral, item);
      const isAuthors = question.contributionId !== null;
      // what is hidden is not mended past those who hid it
      if (question.hidden) throw new Problem('conflict');
      if (isAuthors && question.revision >= 2) throw new Problem('review/answer-corrected');
      const answered = { answer, answeredBy: isAuthors ? null : me.person!.id, answeredAt: new Date() };
      const { affected } = await em.update(ReferralQuestion, { id, revision }, { ...answered, revision: revision + 1 });
      if (affected === 0) throw new Problem('changed-meanwhile');
      await this.note(em, { ...question, ...answered }, referral, item);
      if (question.askedBy !== null && question.askedBy !== me.person?.id) await this.notices.tellNews(em, [question.askedBy], { kind: 'question-answered', newsId: id }, false);
      if (!isAuthors) return;
      await this.notices.forgetNews(em, { kind: 'author-question', newsId: id });
      // that it was answered, not by whom
      await this.identity.audit(em, { by: null, action: 'author-question.answered', subjectKind: 'referral-question', subjectId: id });
    });
  }

  /** Whoever wrote it is told, where she has an account. @throws Problem `not-found` for a question to a department, `conflict` for an answer that was not given */
  async hide(me: Viewer, id: string, input: HideQuestion): Promise<void> {
    await this.transactions.run(async (em) => {
      const { question, facts } = await this.found(em, id, 'pessimistic_read');
      demand(hideQuestion, me, facts);
      if (question.contributionId === null) throw new Problem('not-found');
      if (input.what === 'answer' && question.answeredAt === null) throw new Problem('conflict');
      await em.update(ReferralQuestion, { id }, { hidden: input.what, hiddenReason: input.what === null ? null : input.reason });
      await this.notices.forgetNews(em, { kind: 'question-hidden', newsId: id });
      await this.notices.forgetNews(em, { kind: 'answer-hidden', newsId: id });
      const writer = input.what === 'question' ? question.askedBy : input.what === 'answer' ? (facts.author?.personId ?? null) : null;
      if (input.what !== null && writer !== null) await this.notices.tellNews(em, [writer], { kind: `${input.what}-hidden`, newsId: id }, false);
      await this.identity.audit(em, { by: me, action: input.what === null ? 'words.shown' : 'words.hidden', subjectKind: 'referral-question', subjectId: id, facts: input.what === null ? {} : { what: input.what } });
    });
  }

  /** @throws Problem `review/question-answered`: nobody throws a department's words away; else as {@link answer} */
  async withdraw(me: Viewer, id: string): Promise<void> {
    await this.transactions.run(async (em) => {
      const { question, item, referral, facts } = await this.found(em, id, 'pessimistic_read');
      demand(withdrawQuestion, me, facts);
      await demandUnspoken(em, referral, item);
      // nobody answers between a look and this
      const { affected } = await em.delete(ReferralQuestion, { id, answer: '' });
      if (affected === 0) throw new Problem('review/question-answered');
      await this.outputs.dropQuestion(em, id);
      if (question.contributionId === null) return;
      await this.notices.forgetNews(em, { kind: 'author-question', newsId: id });
      await this.identity.audit(em, { by: me, action: 'author-question.withdrawn', subjectKind: 'referral-question', subjectId: id });
    });
  }

  async view(me: Viewer, id: string): Promise<ReferralQuestionView> {
    const em = this.transactions.manager;
    const { question, item, referral, facts } = await this.found(em, id);
    demand(readQuestion, me, facts);
    const { content, facts: version } = await this.outputs.versionOf(em, referral.dossierId, referral.version);
    const recommendation = content.recommendations.find((one) => one.id === item.recommendationId);
    const body = await this.identity.body(referral.bodyId);
    const organisation = question.organisationId === null ? null : (await this.identity.organisations([question.organisationId])).get(question.organisationId);
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
    const organisations = await this.identity.organisations([...new Set(questions.flatMap(({ organisationId }) => organisationId ?? []))]);
    const asked = questions.flatMap(({ contributionId }) => contributionId ?? []);
    const said = new Map((await this.provenance.contributionsOf(em, asked)).map((one) => [one.id, one]));
    const authors = await authorsOf(em, asked);
    const names = await this.identity.namesInOffice(questions.flatMap(({ askedBy }) => askedBy ?? []));
    const besides = new Map<string, ReferralQuestionRow[]>();
    const mayHide = hideQuestion.allows(me, facts);
    for (const question of questions) {
      const words = said.get(question.contributionId ?? '');
      const row = {
        id: question.id, organisationName: organisations.get(question.organisationId ?? '')?.name ?? '',
        contribution: words ? { text: words.withdrawn ? null : words.text, language: words.language, reachable: authors.get(words.id)?.reachable ?? false } : null,
        personName: names.get(question.askedBy ?? '') ?? '', ...(mayHide ? wordsOf(question) : shownOf(question)), hidden: hiddenOf(question), mayHide: mayHide && question.contributionId !== null,
        mayWithdraw: question.answeredAt === null && withdrawQuestion.allows(me, { ...facts, personId: question.askedBy }),
      };
      besides.set(question.itemId, [...(besides.get(question.itemId) ?? []), row]);
    }
    return besides;
  }

  private async namesOf(em: EntityManager, { dossierId, version, bodyId }: Referral, { recommendationId }: ReferralItem): Promise<Pick<DepartmentLetterFacts, 'bodyName' | 'title'>> {
    const { content } = await this.outputs.versionOf(em, dossierId, version);
    return { bodyName: (await this.identity.body(bodyId))?.name ?? '', title: content.recommendations.find(({ id }) => id === recommendationId)?.title ?? '' };
  }

  /** Each of the department's people one letter, in her language; whoever asks needs none. */
  private async tellAsked(em: EntityManager, me: Viewer, organisationId: string, facts: Omit<DepartmentLetterFacts, 'language' | 'origin'>): Promise<void> {
    const people = await this.identity.reachable(em, [{ scope: 'organisation', scopeId: organisationId, roles: ['officer', 'department-member'] }]);
    for (const [personId, { email, language }] of new Map(people.map((person) => [person.personId, person]))) {
      if (personId !== me.person?.id) await this.mail.write(em, { to: email, language, ...writeDepartmentLetter({ language, origin: this.mail.origin, ...facts }) });
    }
  }

  private async note(em: EntityManager, question: Pick<ReferralQuestion, 'id' | 'organisationId' | 'text' | 'askedAt' | 'answer' | 'answeredAt'>, { bodyId }: Referral, { recommendationId }: ReferralItem): Promise<void> {
    const { id: questionId, organisationId, text, askedAt, answer, answeredAt } = question;
    // what an author tells a body stays with the body, as she was promised
    if (organisationId === null) return;
    return this.outputs.noteQuestion(em, { questionId, recommendationId, bodyId, organisationId, text, askedAt, answer, answeredAt });
  }

  private async found(em: EntityManager, id: string, lock?: 'pessimistic_read'): Promise<Found> {
    const question = await em.findOneBy(ReferralQuestion, { id });
    if (!question) throw new Problem('not-found');
    const item = await em.findOneByOrFail(ReferralItem, { id: question.itemId });
    const { referral, facts } = await openReferral(em, this.participation, item.referralId, lock);
    const author = question.contributionId === null ? null : ((await authorsOf(em, [question.contributionId])).get(question.contributionId) ?? null);
    return { question, item, referral, facts: { ...facts, askedOrganisationId: question.organisationId, author, personId: question.askedBy } };
  }
}

export const wordsOf = ({ text, askedAt, dueOn, answer, answeredAt }: ReferralQuestion) => ({ text, askedAt: askedAt.toISOString(), dueOn, answer, answeredAt: answeredAt?.toISOString() ?? null });

export const hiddenOf = ({ hidden, hiddenReason }: ReferralQuestion): HiddenOfQuestion => (hidden === null ? null : { what: hidden, reason: hiddenReason! });

/** What everybody else reads of it. */
const shownOf = (question: ReferralQuestion) => ({
  ...wordsOf(question), ...(question.hidden === 'question' && { text: '' }), ...(question.hidden !== null && { answer: '' }),
});
