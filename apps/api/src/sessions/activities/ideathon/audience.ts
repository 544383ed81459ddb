import type { IdeathonSettings } from '@spolu/contracts/activities/ideathon';
import type { EntityManager } from 'typeorm';
import { Vote, VoteOptionRow } from '../dot-vote/vote.entity.ts';
import { Ideathon, IdeathonMember } from './ideathon.entity.ts';
import { inOrder } from './pitch-order.ts';
import { demandStage } from './stage.ts';
import { teamsOf } from './teams.ts';

/** The audience votes on the teams there are, in the order in which they pitched; voting again takes in those that came since. */
export async function beginAudience(em: EntityManager, { activityId, pitchOrder }: Ideathon, { audience }: IdeathonSettings): Promise<void> {
  if (!audience) return;
  const { dots, perOption } = audience;
  if (!(await em.existsBy(Vote, { activityId }))) await em.insert(Vote, { activityId, dots, perOption: Math.min(perOption ?? dots, dots) });
  const known = await em.findBy(VoteOptionRow, { activityId });
  const teams = new Map((await teamsOf(em, activityId)).map((team) => [team.id, team]));
  const added = inOrder([...teams.keys()], pitchOrder).filter((id) => !known.some((option) => option.id === id));
  for (const [i, id] of added.entries()) {
    const { number = 0, name = '' } = teams.get(id) ?? {};
    await em.insert(VoteOptionRow, { id, activityId, clusterId: null, teamId: id, position: known.length + i, title: [String(number), name].filter(Boolean).join(' · ') });
  }
}

/** Whom somebody may give dots to now. @throws Problem `ideathon/not-now` where the audience does not vote now */
export async function audienceOptions(em: EntityManager, { id, settings: { audience } }: { id: string; settings: IdeathonSettings }, participantId: string): Promise<string[]> {
  const { stage } = await em.findOneByOrFail(Ideathon, { activityId: id });
  demandStage(stage, 'audience-vote');
  const own = audience?.ownTeam ? null : await em.findOneBy(IdeathonMember, { activityId: id, participantId });
  return (await teamsOf(em, id)).flatMap((team) => (team.id === own?.teamId ? [] : [team.id]));
}
