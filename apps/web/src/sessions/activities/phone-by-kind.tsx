import type { Language } from '@spolu/contracts/common';
import type { ActivityKind } from '@spolu/contracts/activities/kinds';
import type { RoomActivity, RoomActivityOf, RoomState } from '@spolu/contracts/sessions';
import type { ComponentType } from 'react';
import { PhoneBrainstorm } from './brainstorm/phone-brainstorm.tsx';
import { PhoneCluster } from './cluster/phone-cluster.tsx';
import { PhoneInformation } from './information/phone-information.tsx';
import { lazyView } from './lazy-view.ts';

export interface PhoneActivityProps<K extends ActivityKind = ActivityKind> {
  room: RoomState;
  activity: RoomActivityOf<K>;
  me: { participantId: string; language: Language };
}
export type PhoneResultProps<K extends ActivityKind = ActivityKind> = Pick<PhoneActivityProps<K>, 'activity'>;

/** One kind on the phone. */
interface PhoneKind<K extends ActivityKind> {
  /** What is asked of a participant now. */
  Activity: ComponentType<PhoneActivityProps<K>>;
  /** The result of an earlier one that the hall looks at; for kinds that are counted. */
  Result?: ComponentType<PhoneResultProps<K>>;
  /** Of what is fetched apart, as soon as the agenda names the kind. */
  preload?: () => void;
}

const dotVote = lazyView(async () => (await import('./dot-vote/phone-dot-vote.tsx')).PhoneDotVote);
const dotVoteResult = lazyView(async () => (await import('./dot-vote/phone-dot-vote.tsx')).PhoneDotVoteResult);

const answers = lazyView(async () => (await import('./answers/phone-answers.tsx')).PhoneAnswers);
const answersResult = lazyView(async () => (await import('./answers/phone-answers.tsx')).PhoneAnswersResult);
const ANSWERS = { Activity: answers.View, Result: answersResult.View, preload: answers.preload };
const qAndA = lazyView(async () => (await import('./q-and-a/phone-q-and-a.tsx')).PhoneQAndA);
const breakout = lazyView<PhoneActivityProps<'breakout'>>(async () => (await import('./breakout/phone-breakout.tsx')).PhoneBreakout);
const ideathon = lazyView<PhoneActivityProps<'ideathon'>>(async () => (await import('./ideathon/phone-ideathon.tsx')).PhoneIdeathon);

const work = lazyView(async () => (await import('./timer/phone-timer.tsx')).PhoneWork);
const pause = lazyView(async () => (await import('./break/phone-break.tsx')).PhoneBreak);

const KINDS: { [K in ActivityKind]: PhoneKind<K> } = {
  information: { Activity: PhoneInformation },
  brainstorm: { Activity: PhoneBrainstorm },
  cluster: { Activity: PhoneCluster },
  'dot-vote': { Activity: dotVote.View, Result: dotVoteResult.View, preload: dotVote.preload },
  ranking: ANSWERS,
  estimate: ANSWERS,
  consent: ANSWERS,
  'fist-to-five': ANSWERS,
  gradients: ANSWERS,
  question: ANSWERS,
  'q-and-a': { Activity: qAndA.View, preload: qAndA.preload },
  breakout: { Activity: breakout.View, preload: breakout.preload },
  ideathon: { Activity: ideathon.View, preload: ideathon.preload },
  pulse: ANSWERS,
  timer: { Activity: work.View, preload: work.preload },
  break: { Activity: pause.View, preload: pause.preload },
};

export const phoneActivityOf = ({ kind }: RoomActivity) => KINDS[kind].Activity as ComponentType<PhoneActivityProps>;
export const phoneResultOf = ({ kind }: RoomActivity) => KINDS[kind].Result as ComponentType<PhoneResultProps> | undefined;
export const preloadPhoneKind = (kind: ActivityKind) => KINDS[kind].preload?.();
