import { Injectable } from '@nestjs/common';
import type { ActivityKind } from '@spolu/contracts/activities/kinds';
import { AnswersSteps } from './answers/answers-steps.ts';
import { BrainstormSteps } from './brainstorm/brainstorm-steps.ts';
import { BreakoutSteps } from './breakout/breakout-steps.ts';
import { ClusterSteps } from './cluster/cluster-steps.ts';
import { DotVoteSteps } from './dot-vote/dot-vote-steps.ts';
import { IdeathonSteps } from './ideathon/ideathon-steps.ts';
import type { KindSteps } from './kind-steps.ts';
import { PulseSteps } from './pulse/pulse-steps.ts';
import { QAndASteps } from './q-and-a/q-and-a-steps.ts';

/** What is done at the steps of an activity, by kind. */
@Injectable()
export class StepsByKind {
  private readonly steps: Record<ActivityKind, KindSteps>;

  constructor(brainstorm: BrainstormSteps, cluster: ClusterSteps, dotVote: DotVoteSteps, answers: AnswersSteps, qAndA: QAndASteps, breakout: BreakoutSteps, ideathon: IdeathonSteps, pulse: PulseSteps) {
    this.steps = {
      information: {}, brainstorm, cluster, 'dot-vote': dotVote,
      ranking: answers, estimate: answers, consent: answers, 'fist-to-five': answers, gradients: answers, question: answers,
      'q-and-a': qAndA, breakout, ideathon,
      pulse, timer: {}, break: {},
    };
  }

  of(kind: ActivityKind): KindSteps {
    return this.steps[kind];
  }
}
