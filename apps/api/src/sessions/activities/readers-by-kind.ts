import { Injectable } from '@nestjs/common';
import type { ActivityKind } from '@spolu/contracts/activities/kinds';
import { AnswersReader } from './answers/answers-reader.ts';
import { BrainstormReader } from './brainstorm/brainstorm-reader.ts';
import { BreakoutReader } from './breakout/breakout-reader.ts';
import { DotVoteReader } from './dot-vote/dot-vote-reader.ts';
import { IdeathonReader } from './ideathon/ideathon-reader.ts';
import { type KindReader, NOTHING_TO_TELL } from './kind-reader.ts';
import { PulseReader } from './pulse/pulse-reader.ts';
import { QAndAReader } from './q-and-a/q-and-a-reader.ts';

/** What may be told, by kind. */
@Injectable()
export class ReadersByKind {
  private readonly readers: { [K in ActivityKind]: KindReader<K> };

  constructor(brainstorm: BrainstormReader, dotVote: DotVoteReader, answers: AnswersReader, qAndA: QAndAReader, breakout: BreakoutReader, ideathon: IdeathonReader, pulse: PulseReader) {
    this.readers = {
      information: NOTHING_TO_TELL, brainstorm, cluster: NOTHING_TO_TELL, 'dot-vote': dotVote,
      ranking: answers, estimate: answers, consent: answers, 'fist-to-five': answers, gradients: answers, question: answers,
      'q-and-a': qAndA, breakout, ideathon,
      pulse, timer: NOTHING_TO_TELL, break: NOTHING_TO_TELL,
    };
  }

  of(kind: ActivityKind): KindReader<ActivityKind> {
    return this.readers[kind];
  }
}
