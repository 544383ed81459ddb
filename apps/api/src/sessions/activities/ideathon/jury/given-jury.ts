import { randomUUID } from 'node:crypto';
import type { IdeathonSettings } from '@spolu/contracts/activities/ideathon';
import type { JuryCriterion, JuryView, OwnJury, SaveSheet } from '@spolu/contracts/activities/ideathon-jury';
import type { Someone, TestApi } from '../../../../testing/given-api.ts';
import { ask, command, givenSession, type GivenSession, type Phone } from '../../../given-session.ts';
import { ideathonSettings } from '../given-ideathon.ts';

type Asker = Pick<Someone, 'agent'>;

/** Two criteria of different scales: three quarters of the weight on 0 to 2, a quarter on 0 to 4. */
export const CRITERIA: JuryCriterion[] = [
  { title: 'Prínos', weight: 3, anchors: ['žiadny', 'pre niektorých', 'pre celé mesto'] },
  { title: 'Dá sa to urobiť', weight: 1, anchors: ['nie', '', 'za pár rokov', '', 'hneď'] },
];

/** A jury at work: an ideathon at its pitches, with teams of one and jurors who wait to be asked. */
export class GivenJury {
  constructor(
    readonly given: GivenSession,
    readonly activityId: string,
    readonly teamIds: string[],
    readonly members: Phone[],
    readonly jurors: Phone[],
  ) {}

  /** The first juror. */
  get eva(): Phone {
    return this.juror(0);
  }
  get jan(): Phone {
    return this.juror(1);
  }
  private juror(index: number): Phone {
    const juror = this.jurors[index];
    if (!juror) throw new Error('so many jurors were not given');
    return juror;
  }

  view(who: Asker = this.given.facilitator): Promise<JuryView> {
    return command(who, 'get', `/activities/${this.activityId}/jury`);
  }
  async own(who: Asker): Promise<OwnJury | null> {
    return (await command<{ jury: OwnJury | null }>(who, 'get', `/activities/${this.activityId}/jury/own`)).jury;
  }
  /** Asks without expecting that it is done. */
  ask(who: Asker, verb: 'get' | 'post' | 'put', path: string, body: object = {}) {
    return ask(who, verb, `/activities/${this.activityId}/jury${path}`, verb === 'get' ? undefined : body);
  }
  async step(step: 'begin' | 'open' | 'fix'): Promise<void> {
    await this.ask(this.given.facilitator, 'post', `/${step}`, { revision: (await this.view()).revision }).expect(204);
  }
  async declare(who: Asker, conflicts: Record<number, string> = {}): Promise<void> {
    await this.ask(who, 'put', '/conflicts', { conflicts: Object.entries(conflicts).map(([team, reason]) => ({ teamId: this.teamIds[Number(team)], reason })) }).expect(204);
  }
  sheet(team: number, scores: (number | null)[], changes: Partial<SaveSheet> = {}): SaveSheet {
    return { teamId: this.teamIds[team] ?? '', scores, feedback: '', note: '', ...changes };
  }
  async save(who: Asker, team: number, scores: (number | null)[], changes: Partial<SaveSheet> = {}): Promise<void> {
    await this.ask(who, 'put', '/sheet', this.sheet(team, scores, changes)).expect(204);
  }
  async moveTo(from: string, to: string): Promise<void> {
    await command(this.given.facilitator, 'post', `/activities/${this.activityId}/stage`, { from, to });
  }
}

interface GivenJuryOptions {
  teams?: number;
  jurors?: number;
  /** How far it is already. */
  scoring?: boolean;
  settings?: Partial<IdeathonSettings>;
}

export async function givenJury(api: TestApi, { teams = 2, jurors = 2, scoring = true, settings = {} }: GivenJuryOptions = {}): Promise<GivenJury> {
  const given = await givenSession(api, { visibility: 'public' });
  const activityId = await given.started(ideathonSettings({ jury: { criteria: CRITERIA }, ...settings }));
  const members = await given.joinAll(teams);
  const teamIds: string[] = [];
  for (const [i, { participantId }] of members.entries()) {
    const id = randomUUID();
    teamIds.push(id);
    await api.database.query(
      `insert into ideathon_team (id, activity_id, number, name, idea, language, version) values ($1, $2, $3, $4, 'Tieň nad zastávkami', 'sk', 1)`,
      [id, activityId, i + 1, `Tím ${String.fromCharCode(65 + i)}`],
    );
    await api.database.query('insert into ideathon_member (activity_id, participant_id, team_id, joined_at) values ($1, $2, $3, now())', [activityId, participantId, id]);
  }
  const jury = new GivenJury(given, activityId, teamIds, members, await given.joinAll(jurors));
  await jury.moveTo('brief', 'pitches');
  if (!scoring) return jury;
  for (const { participantId } of jury.jurors) await jury.ask(given.facilitator, 'post', '/jurors', { participantId, named: true }).expect(204);
  await jury.step('begin');
  return jury;
}
