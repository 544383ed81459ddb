import { Injectable } from '@nestjs/common';
import { Day, Id, type Language, type Page } from '@spolu/contracts/common';
import { DutyKind, type DutyHolderScope, type DutyQuery, type DutyView, type OwedKind, type PublicDuty, type WaitingView } from '@spolu/contracts/duties';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Transactions } from '../database/transactions.ts';
import { MomentKey, page, startOf } from '../http/page.ts';
import { demand, signedIn } from '../http/policy.ts';
import { isAdministrator, type Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { ParticipationService } from '../participation/participation.service.ts';
import type { DutyKey } from '../provenance/notices/notices.service.ts';
import { WaysService } from '../provenance/ways.service.ts';
import { readOverview } from './duties.policy.ts';
import type { DutySource } from './duty-source.ts';
import { ANSWERED_AT, dutiesAmong, dutiesBetween, dutiesListed, NO_DAY, publicDuties } from './duty-sql.ts';

/** One thing that waits. */
export interface OpenDuty {
  kind: DutyKind;
  id: string;
  processId: string | null;
  organisationId: string | null;
  title: string;
  language: Language | null;
  url: string;
  since: Date;
  dueOn: string | null;
  holderScope: DutyHolderScope;
  holderId: string;
  holderName: string;
}

/** The same, as far as people are reminded of it. */
export interface OwedDuty extends OpenDuty {
  kind: OwedKind;
  holderScope: Exclude<DutyHolderScope, 'author'>;
}

/** In which places a viewer owes something, and for which she answers. Null: for all. */
interface Places {
  organisations: string[];
  bodies: string[];
  processes: string[];
}

const DutyKey = z.tuple([Day, MomentKey, DutyKind, Id]);

/** What people owe each other: all kinds of it, read by the queries of the capabilities that know. */
@Injectable()
export class DutiesService {
  readonly #sources: DutySource[] = [];

  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly participation: ParticipationService,
    private readonly ways: WaysService,
  ) {}

  /** For those to the right, in their constructors: from now on this kind is counted, listed and reminded of. */
  provide(source: DutySource): void {
    if (this.#sources.some(({ kind }) => kind === source.kind)) throw new Error(`Two say what is owed as ${source.kind}`);
    this.#sources.push(source);
  }

  get sources(): readonly DutySource[] {
    return this.#sources;
  }

  /** What an office or a body owes and has its term between the two days, both included. */
  openBetween(em: EntityManager, { from, until }: { from: string; until: string }): Promise<OwedDuty[]> {
    return em.query(dutiesBetween(this.#sources), [from, until]);
  }

  /** Of what people were told of, by its term, what still waits. */
  async openAmong(em: EntityManager, told: readonly DutyKey[]): Promise<(OwedDuty & { dueOn: string })[]> {
    const sources = this.#sources.filter(({ kind }) => told.some((one) => one.kind === kind));
    if (sources.length === 0) return [];
    const rows = await em.query<OwedDuty[]>(dutiesAmong(sources), [told.map(({ dutyId }) => dutyId)]);
    const terms = new Set(told.map(({ kind, dutyId, dueOn }) => `${kind} ${dutyId} ${dueOn}`));
    return rows.filter((row): row is OwedDuty & { dueOn: string } => terms.has(`${row.kind} ${row.id} ${row.dueOn}`));
  }

  /** The same, as far as the viewer owes it or answers for it: whoever left an office reads nothing of it any more. */
  async openTo(me: Viewer, told: readonly DutyKey[]): Promise<(OwedDuty & { dueOn: string })[]> {
    const rows = await this.openAmong(this.transactions.manager, told);
    const answers = await this.answeredFor(me);
    const works = await this.worksIn(me);
    const holders = { organisation: works.organisations, body: works.bodies, process: works.processes, member: [me.person?.id] };
    return rows.filter(({ holderScope, holderId, processId, organisationId }) =>
      holders[holderScope].includes(holderId)
      || (holderScope !== 'member' && (!answers
        || (processId !== null && answers.processes.includes(processId))
        || (organisationId !== null && answers.organisations.includes(organisationId)))));
  }

  /** What waits for the viewer, or in all that she answers for; the most urgent first. */
  async list(me: Viewer, query: DutyQuery): Promise<Page<DutyView>> {
    demand(query.of === 'office' ? readOverview : signedIn, me);
    const em = this.transactions.manager;
    const places = query.of === 'office' ? await this.answeredFor(me) : await this.worksIn(me);
    const start = startOf(query, DutyKey);
    const today = await this.identity.today();
    const rows = await em.query<(OpenDuty & { key: string })[]>(
      dutiesListed(this.#sources, query.of),
      [
        places?.organisations ?? null, places?.bodies ?? null, places?.processes ?? null,
        query.kind ?? null, query.processId ?? null, query.holderId ?? null, query.show === 'late', today,
        start?.[0] ?? null, start?.[1] ?? null, start?.[2] ?? null, start?.[3] ?? null, query.limit + 1, ...(query.of === 'me' ? [me.person!.id] : []),
      ],
    );
    const titles = new Map((await this.participation.factsOfAll([...new Set(rows.flatMap(({ processId }) => processId ?? []))], em)).map(({ processId, title }) => [processId, title]));
    return page(rows, query, ({ dueOn, key, kind, id }) => [dueOn ?? NO_DAY, key, kind, id], (row) => toView(row, titles, today));
  }

  /** For whom a record and what came of it waits, in public; and since when it has an answer. @throws Problem `not-found` for what she may not see */
  async waiting(me: Viewer, recordId: string): Promise<WaitingView> {
    const em = this.transactions.manager;
    if (!(await this.ways.visibleAmong(me, [recordId])).has(recordId)) throw new Problem('not-found');
    const [own] = await em.query<{ at: Date }[]>(ANSWERED_AT, [[recordId]]);
    const rows = await em.query<(PublicDuty & OpenDuty & { aboutIds: string[] })[]>(publicDuties(this.#sources), [[recordId]]);
    const seen = await this.ways.visibleAmong(me, rows.flatMap(({ aboutIds }) => aboutIds));
    const today = await this.identity.today();
    return {
      answeredAt: own?.at.toISOString() ?? null,
      duties: rows.filter(({ aboutIds }) => aboutIds.some((id) => seen.has(id))).map(({ kind, holderName, since, dueOn }): PublicDuty => ({
        kind, holderName, since: since.toISOString(), dueOn, late: dueOn !== null && dueOn < today,
      })),
    };
  }

  /** The processes and organisations that somebody answers for. Null: all. */
  async answeredFor(me: Viewer): Promise<Places | null> {
    if (isAdministrator(me)) return null;
    const organisations = held(me, 'organisation', 'officer');
    return { organisations, bodies: [], processes: [...held(me, 'process', 'lead'), ...(await this.participation.idsOf(organisations))] };
  }

  private async worksIn(me: Viewer): Promise<Places> {
    const led = [...held(me, 'process', 'lead'), ...(await this.participation.idsOf(held(me, 'organisation', 'officer')))];
    return { organisations: held(me, 'organisation', 'officer', 'department-member'), bodies: held(me, 'body', 'chair', 'secretary'), processes: led };
  }
}

const held = (me: Viewer, scope: string, ...roles: string[]): string[] =>
  me.roles.flatMap((role) => (role.scope === scope && role.scopeId !== null && roles.includes(role.role) ? [role.scopeId] : []));

export function toView({ since, ...row }: OpenDuty & { key?: string }, titles: ReadonlyMap<string, string>, today: string): DutyView {
  const { kind, id, title, url, processId, holderScope, holderId, holderName, dueOn, language } = row;
  return {
    kind, id, title, url, processId, processTitle: (processId && titles.get(processId)) ?? null, holderScope, holderId, holderName,
    since: since.toISOString(), dueOn, late: dueOn !== null && dueOn < today, language,
  };
}
