import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Transactions } from '../database/transactions.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { JobsService } from '../jobs/jobs.service.ts';
import { storyCalendar } from './calendar.ts';
import { IdeathonOfDemo } from './demo-ideathon.ts';
import { OpenIdeasOfDemo } from './demo-open-ideas.ts';
import { type DemoOutcome, OutcomeOfDemo } from './demo-outcome.ts';
import { ReportOfDemo } from './demo-report.ts';
import { TownOfDemo } from './demo-town.ts';
import { VotesOfDemo } from './demo-votes.ts';
import { type FinishedWorkshop, WorkshopsOfDemo } from './demo-workshops.ts';

const BEGUN = 'demo.begun';
const LOADED = 'demo.loaded';

export interface LoadedDemo extends DemoOutcome {
  processId: string;
  /** The process of the ideathon, long over. */
  ideathonId: string;
  finished: FinishedWorkshop;
  runningSessionId: string;
  readySessionId: string;
}

/**
 * Loads the demo city into a new database, through the services that people use: what is not allowed there is not possible here, and what one
 * sees in the demo came about as it would in a town.
 */
@Injectable()
export class DemoService {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly town: TownOfDemo,
    private readonly workshops: WorkshopsOfDemo,
    private readonly outcome: OutcomeOfDemo,
    private readonly report: ReportOfDemo,
    private readonly openIdeas: OpenIdeasOfDemo,
    private readonly votes: VotesOfDemo,
    private readonly ideathon: IdeathonOfDemo,
    private readonly jobs: JobsService,
  ) {}

  /**
   * Loads the demo, unless it is there. Call it before anybody can come in: a load that was cut short is done again in an empty database.
   * @param say shows one line of progress
   * @returns null where the demo was there already
   */
  async load(say: (line: string) => void): Promise<LoadedDemo | null> {
    const before = await this.marks();
    if (before.has(LOADED)) return null;
    if (before.has(BEGUN)) await this.emptyDatabase();
    await this.mark(BEGUN);

    say('Demo city: organisations, people, action plan');
    const town = await this.town.settle();
    const { timeZone } = await this.identity.municipality();
    const calendar = storyCalendar(await this.identity.today(), timeZone);
    say('Demo city: the ideathon of 2023, from its hall to what is built');
    const ideathonId = await this.ideathon.tell(town, calendar);
    const promised = await this.town.promise(town, calendar);
    const processId = await this.town.beginProcess(town, promised, calendar);

    say('Demo city: a workshop that is over');
    const finished = await this.workshops.finish(town, calendar, processId);
    say('Demo city: what came of it: dossier, opinion, decision, milestone');
    const outcome = await this.outcome.follow(town, calendar, processId, finished.clusterIds, promised);
    await this.report.write(town, calendar, finished);
    await this.openIdeas.take(town, calendar, processId);
    say('Demo city: a workshop that is going on, and one that is prepared');
    const runningSessionId = await this.workshops.run(town, calendar, processId);
    const readySessionId = await this.workshops.plan(town, calendar, processId);

    await this.votes.begin(town, calendar, processId, outcome.ideaIds);

    await this.mark(LOADED);
    return { ...outcome, processId, ideathonId, finished, runningSessionId, readySessionId };
  }

  private async marks(): Promise<Set<string>> {
    const rows = await this.source.query<{ action: string }[]>('select action from audit_entry where action in ($1, $2)', [BEGUN, LOADED]);
    return new Set(rows.map(({ action }) => action));
  }

  private mark(action: typeof BEGUN | typeof LOADED): Promise<void> {
    return this.transactions.run((em) => this.identity.audit(em, { by: null, action, subjectKind: 'installation', subjectId: null }));
  }

  /** Half a city is worse than none. The server has not listened since, so nobody else's words are in there. */
  private async emptyDatabase(): Promise<void> {
    await this.source.query('drop schema public, job cascade');
    await this.source.query('create schema public');
    await this.source.runMigrations({ transaction: 'each' });
    await this.jobs.makeRoom();
  }
}
