import { Injectable } from '@nestjs/common';
import type { Made } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import type { ReferredRef } from '@spolu/contracts/review';
import { ASKABLE_MAX, AUTHOR_QUESTIONS_OPEN_MAX, AUTHOR_QUESTIONS_SHOWN_MAX, type AnswerByReceipt, type AskableView, type AskAuthor, type AuthorQuestions, type AuthorQuestionView } from '@spolu/contracts/review-questions';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../../database/transactions.ts';
import { AnswerTermsService } from '../../duties/answer-terms.service.ts';
import { demand } from '../../http/policy.ts';
import { NOBODY, type Viewer } from '../../http/viewer.ts';
import { IdentityService } from '../../identity/identity.service.ts';
import { MailService } from '../../mail/mail.service.ts';
import { OutputsService } from '../../outputs/outputs.service.ts';
import { ParticipationService } from '../../participation/participation.service.ts';
import { readOwnContributions } from '../../provenance/provenance.policy.ts';
import { NoticesService } from '../../provenance/notices/notices.service.ts';
import { authorsOf, ownContributions, wordsBehind } from '../../provenance/reach.ts';
import { ReceiptsService } from '../../provenance/receipts.service.ts';
import { WaysService } from '../../provenance/ways.service.ts';
import { openReferral } from '../referral-access.ts';
import { ReferralItem } from '../review.entity.ts';
import { writeAuthorLetter } from './author-letter.ts';
import { ReferralQuestion } from './question.entity.ts';
import { askQuestion } from './questions.policy.ts';
import { answersHidden, questionsHidden, questionsWaiting } from './questions-waiting.ts';
import { hiddenOf, ReferralQuestions, wordsOf } from './questions.service.ts';
import { demandUnspoken, whySpoken } from './spoken.ts';

/** What a body asks the authors of what lies behind a recommendation. It learns of them no more than their words. */
@Injectable()
export class AuthorQuestionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly participation: ParticipationService,
    private readonly outputs: OutputsService,
    private readonly terms: AnswerTermsService,
    private readonly ways: WaysService,
    private readonly receipts: ReceiptsService,
    private readonly mail: MailService,
    private readonly questions: ReferralQuestions,
    private readonly notices: NoticesService,
  ) {
    notices.readNewsBy('author-question', questionsWaiting);
    notices.readNewsBy('question-hidden', questionsHidden);
    notices.readNewsBy('answer-hidden', answersHidden);
  }

  /** Whose words may be asked about: those that the viewer may read, each for itself also where several ideas were merged. */
  async askable(me: Viewer, { referralId, recommendationId }: ReferredRef): Promise<AskableView> {
    const em = this.transactions.manager;
    const { facts } = await openReferral(em, this.participation, referralId);
    demand(askQuestion, me, facts);
    if (!(await em.existsBy(ReferralItem, { referralId, recommendationId }))) throw new Problem('review/unknown-recommendation');
    const words = await this.behind(em, me, recommendationId);
    const authors = await authorsOf(em, words.map(({ id }) => id));
    return { contributions: words.map((one) => ({ ...one, reachable: authors.get(one.id)?.reachable ?? false })) };
  }

  /**
   * It waits on her page, by her receipt and, where she wants letters, in one at once.
   * @throws Problem `review/author-unreachable`, `review/author-asked` while another waits for her, `review/too-many-questions`, `invalid-input` for words that are not behind it;
   * else as a question to a department
   */
  async ask(me: Viewer, { referralId, recommendationId }: ReferredRef, { contributionId, text }: AskAuthor): Promise<Made> {
    return this.transactions.run(async (em) => {
      // held for writing: the limits count what waits
      const { referral, facts } = await openReferral(em, this.participation, referralId, 'pessimistic_write');
      demand(askQuestion, me, facts);
      const item = await em.findOneBy(ReferralItem, { referralId, recommendationId });
      if (!item) throw new Problem('review/unknown-recommendation');
      await demandUnspoken(em, referral, item);
      if (!(await this.behind(em, me, recommendationId)).some(({ id }) => id === contributionId)) throw new Problem('invalid-input', {}, [{ path: 'contributionId', code: 'not-allowed' }]);
      const author = (await authorsOf(em, [contributionId])).get(contributionId);
      if (!author?.reachable) throw new Problem('review/author-unreachable');
      const items = await em.find(ReferralItem, { select: { id: true }, where: { referralId } });
      const waiting = { answeredAt: IsNull(), hidden: IsNull(), contributionId: Not(IsNull()), itemId: In(items.map(({ id }) => id)) };
      if (await em.existsBy(ReferralQuestion, { ...waiting, contributionId })) throw new Problem('review/author-asked');
      if ((await em.countBy(ReferralQuestion, { ...waiting, askedBy: me.person!.id })) >= AUTHOR_QUESTIONS_OPEN_MAX) throw new Problem('review/too-many-questions');
      const dueOn = await this.terms.questionDueOn(em, referral.processId, await this.identity.today());
      const id = newId();
      await em.insert(ReferralQuestion, { id, itemId: item.id, organisationId: null, contributionId, text, askedBy: me.person!.id, askedAt: new Date(), dueOn, answer: '', answeredAt: null });
      if (author.email) {
        const language = author.mailLanguage ?? 'sk';
        const body = await this.identity.body(referral.bodyId);
        await this.mail.write(em, { to: author.email, language, ...writeAuthorLetter({ language, origin: this.mail.origin, bodyName: body?.name ?? '', guest: author.personId === null }) });
      }
      // who is written to of everything at once has her letter; to others the next digest says it again while it waits
      if (author.personId) await this.notices.tellNews(em, [author.personId], { kind: 'author-question', newsId: id }, author.frequency === 'at-once');
      await this.identity.audit(em, { by: me, action: 'author-question.asked', subjectKind: 'referral-question', subjectId: id });
      return { id };
    });
  }

  /** What she was asked, on her account or her device. */
  async own(me: Viewer): Promise<AuthorQuestions> {
    demand(readOwnContributions, me);
    return this.of(me.person?.id ?? null, me.participants.map(({ id }) => id));
  }

  /** The same by her receipt. @throws Problem `provenance/receipt-invalid` */
  async byReceipt(secret: string): Promise<AuthorQuestions> {
    const { participantId } = await this.receipts.holderOf(this.transactions.manager, secret);
    return this.of(null, [participantId]);
  }

  /** @throws Problem `provenance/receipt-invalid`, and as an answer on her device */
  async answerByReceipt({ secret, questionId, ...input }: AnswerByReceipt): Promise<void> {
    const { participantId, sessionId, processId } = await this.receipts.holderOf(this.transactions.manager, secret);
    await this.questions.answer({ ...NOBODY, participants: [{ id: participantId, sessionId, processId }] }, questionId, input);
  }

  private async behind(em: EntityManager, me: Viewer, recommendationId: string) {
    const words = await wordsBehind(em, recommendationId, ASKABLE_MAX);
    const seen = await this.ways.visibleAmong(me, words.map(({ id }) => id));
    return words.filter(({ id }) => seen.has(id));
  }

  private async of(personId: string | null, participantIds: readonly string[]): Promise<AuthorQuestions> {
    const em = this.transactions.manager;
    const words = new Map((await ownContributions(em, personId, participantIds)).map((one) => [one.id, one]));
    const questions = await em.find(ReferralQuestion, { where: { contributionId: In([...words.keys()]) }, order: { askedAt: 'DESC', id: 'DESC' }, take: AUTHOR_QUESTIONS_SHOWN_MAX });
    const views: AuthorQuestionView[] = [];
    for (const question of questions) {
      const item = await em.findOneByOrFail(ReferralItem, { id: question.itemId });
      const { referral } = await openReferral(em, this.participation, item.referralId);
      const { content } = await this.outputs.versionOf(em, referral.dossierId, referral.version);
      const recommendation = content.recommendations.find(({ id }) => id === item.recommendationId);
      const body = await this.identity.body(referral.bodyId);
      if (!recommendation || !body) throw new Problem('not-found');
      const open = (await whySpoken(em, referral, item)) === null;
      views.push({
        id: question.id, bodyName: body.name, contribution: words.get(question.contributionId!)!, recommendation: { title: recommendation.title }, ...wordsOf(question),
        ...(question.hidden === 'question' && { text: '' }), hidden: hiddenOf(question), revision: question.revision, mayAnswer: open && question.revision < 2 && question.hidden === null,
      });
    }
    return { questions: views };
  }
}
