import { Injectable } from '@nestjs/common';
import type { ReportPulse, RoomAnswers } from '@spolu/contracts/activities/answers';
import type { EntityManager } from 'typeorm';
import { shownWords } from '../../feedback/words.ts';
import type { SessionFindings } from '../../report-findings.ts';
import type { ReadActivity } from '../../room-state.ts';
import { AnswersReader } from '../answers/answers-reader.ts';
import type { KindReader } from '../kind-reader.ts';

/** As of any secret vote; the report has people's own words too, once somebody looked through them. */
@Injectable()
export class PulseReader implements KindReader<'pulse'> {
  constructor(private readonly answers: AnswersReader) {}

  roomPart(em: EntityManager, activity: ReadActivity): Promise<RoomAnswers> {
    return this.answers.roomPart(em, activity);
  }

  async reportPart(em: EntityManager, activity: ReadActivity, session: SessionFindings): Promise<ReportPulse | null> {
    const part = await this.answers.reportPart(em, activity, session);
    return part && { ...part, words: await shownWords(em, activity.id) };
  }
}
