import { command, made } from '../ideas/given-harvest.ts';
import { givenVersion, type GivenVersion } from '../outputs/given-version.ts';
import type { Someone, TestApi } from '../testing/given-api.ts';

export interface GivenReferral extends GivenVersion {
  referralId: string;
}
/** A day that lies ahead of every test. */
export const LATER = '2099-05-12';
export const YESTERDAY = new Date(Date.now() - 24 * 3600_000).toISOString().slice(0, 10);

/** The version lies before the commission, which nobody has spoken in yet. */
export async function givenReferral(api: TestApi, options: Parameters<typeof givenVersion>[1] = {}): Promise<GivenReferral> {
  const given = await givenVersion(api, options);
  const { harvest, dossierId, commissionId } = given;
  const referralId = await made(command(harvest.lead, 'post', `/dossiers/${dossierId}/versions/1/referrals`, { bodyId: commissionId, dueOn: LATER }));
  // last week, so that the commission could meet since
  await api.database.query(`update referral set referred_at = referred_at - interval '7 days' where id = $1`, [referralId]);
  return { ...given, referralId };
}

export const position = (who: Someone, { referralId }: GivenReferral, recommendationId: string, body: object = { verdict: 'support', reason: 'Rozumné.' }) =>
  command(who, 'put', `/referrals/${referralId}/recommendations/${recommendationId}/position`, body);

export const opinionOf = (change: object = {}) => ({
  motion: 'support', reasoning: 'Komisia odporúča schváliť.', vote: { for: 6, against: 1, abstained: 1 }, adoptedOn: YESTERDAY, ...change,
});
export const opinion = (who: Someone, { referralId }: GivenReferral, recommendationId: string, body: object = opinionOf()) =>
  command(who, 'put', `/referrals/${referralId}/recommendations/${recommendationId}/opinion`, body);

export const decisionOf = ({ councilId, recommendationIds }: GivenReferral, change: object = {}) => ({
  bodyId: councilId, number: '123/2026-MsZ', decidedOn: YESTERDAY, text: 'Mestské zastupiteľstvo schvaľuje.',
  items: [
    { recommendationId: recommendationIds[0], verdict: 'accepted', reasons: 'Je v súlade s akčným plánom.' },
    { recommendationId: recommendationIds[1], verdict: 'not-accepted', reasons: 'Park sa obnovuje z iných peňazí.' },
  ],
  ...change,
});
export const decide = (who: Someone, given: GivenReferral, body: object = decisionOf(given)) => command(who, 'post', `/referrals/${given.referralId}/decision`, body);

/** The commission has spoken on both recommendations. */
export async function givenOpinions(api: TestApi, options: Parameters<typeof givenVersion>[1] = {}): Promise<GivenReferral> {
  const given = await givenReferral(api, options);
  for (const id of given.recommendationIds) await opinion(given.secretary, given, id).expect(200);
  return given;
}
