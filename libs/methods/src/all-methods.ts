/** Every method in the order the library shows them: as a session unfolds, from framing to looking back. */
import type { MethodContent } from './method-content.ts';
import affinityClustering from './methods/affinity-clustering.ts';
import appreciativeInterviews from './methods/appreciative-interviews.ts';
import brainwriting635 from './methods/brainwriting-635.ts';
import citizensJury from './methods/citizens-jury.ts';
import commissionReview from './methods/commission-review.ts';
import consentDecision from './methods/consent-decision.ts';
import crazyEights from './methods/crazy-eights.ts';
import crowd2510 from './methods/crowd-25-10.ts';
import designSprintDay from './methods/design-sprint-day.ts';
import dialogueCircle from './methods/dialogue-circle.ts';
import dotVoting from './methods/dot-voting.ts';
import emotionMap from './methods/emotion-map.ts';
import fishbowl from './methods/fishbowl.ts';
import fistToFive from './methods/fist-to-five.ts';
import futureWorkshop from './methods/future-workshop.ts';
import gradientsOfAgreement from './methods/gradients-of-agreement.ts';
import howMightWe from './methods/how-might-we.ts';
import ideathon from './methods/ideathon.ts';
import impactEffort from './methods/impact-effort.ts';
import impromptuNetworking from './methods/impromptu-networking.ts';
import juryRubric from './methods/jury-rubric.ts';
import leanCoffee from './methods/lean-coffee.ts';
import nominalGroup from './methods/nominal-group.ts';
import oneTwoFourAll from './methods/one-two-four-all.ts';
import openSpace from './methods/open-space.ts';
import pairwise from './methods/pairwise.ts';
import problemTree from './methods/problem-tree.ts';
import stakeholderMap from './methods/stakeholder-map.ts';
import startStopContinue from './methods/start-stop-continue.ts';
import swot from './methods/swot.ts';
import trizReverse from './methods/triz-reverse.ts';
import walkshop from './methods/walkshop.ts';
import whatSoWhatNowWhat from './methods/what-so-what-now-what.ts';
import worldCafe from './methods/world-cafe.ts';

export const allMethods: readonly MethodContent[] = [
  impromptuNetworking,
  stakeholderMap,
  problemTree,
  howMightWe,
  swot,
  worldCafe,
  openSpace,
  emotionMap,
  walkshop,
  fishbowl,
  appreciativeInterviews,
  leanCoffee,
  dialogueCircle,
  oneTwoFourAll,
  brainwriting635,
  crazyEights,
  trizReverse,
  futureWorkshop,
  designSprintDay,
  ideathon,
  affinityClustering,
  dotVoting,
  impactEffort,
  crowd2510,
  nominalGroup,
  pairwise,
  fistToFive,
  gradientsOfAgreement,
  consentDecision,
  juryRubric,
  citizensJury,
  commissionReview,
  whatSoWhatNowWhat,
  startStopContinue,
];
