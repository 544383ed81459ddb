import type { ActivityKind } from '@spolu/contracts/activities/kinds';
import type { ReportActivity, ReportActivityOf } from '@spolu/contracts/sessions';
import type { ComponentType } from 'react';
import { ReportAnswersPart } from './answers/report-answers.tsx';
import { ReportBreakout } from './breakout/report-breakout.tsx';
import { ReportBrainstorm } from './brainstorm/report-brainstorm.tsx';
import { ReportDotVote } from './dot-vote/report-dot-vote.tsx';
import { ReportIdeathon } from './ideathon/report-ideathon.tsx';
import { ReportPulse } from './pulse/report-pulse.tsx';
import { ReportQAndA } from './q-and-a/report-q-and-a.tsx';

/** What the report says of one below its title; null where there is nothing beside what all have. Clusters that it closed stand after it. */
const ACTIVITIES: { [K in ActivityKind]: ComponentType<{ activity: ReportActivityOf<K> }> | null } = {
  information: null,
  brainstorm: ReportBrainstorm,
  cluster: null,
  'dot-vote': ReportDotVote,
  ranking: ReportAnswersPart,
  estimate: ReportAnswersPart,
  consent: ReportAnswersPart,
  'fist-to-five': ReportAnswersPart,
  gradients: ReportAnswersPart,
  question: ReportAnswersPart,
  'q-and-a': ReportQAndA,
  breakout: ReportBreakout,
  ideathon: ReportIdeathon,
  pulse: ReportPulse,
  timer: null,
  break: null,
};

export const reportActivityOf = ({ kind }: ReportActivity) => ACTIVITIES[kind] as ComponentType<{ activity: ReportActivity }> | null;
