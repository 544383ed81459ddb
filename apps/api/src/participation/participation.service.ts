import { Injectable } from '@nestjs/common';
import { Id, type Made } from '@spolu/contracts/common';
import type { EditProcess, ProcessList, ProcessQuery, ProcessRow, ProcessState, ProcessView } from '@spolu/contracts/participation';
import { Problem } from '@spolu/contracts/problems';
import { type EntityManager, In, QueryFailedError } from 'typeorm';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { Transactions } from '../database/transactions.ts';
import { MomentKey, momentKey, page, startOf } from '../http/page.ts';
import { demand } from '../http/policy.ts';
import { isAdministrator, type Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import {
  addProcess, addSessionToProcess, changeProcessOrganisations, editProcess, giveProcessRoles, isProcessStaff, type ProcessFacts, viewProcess,
} from './participation.policy.ts';
import { Process, ProcessActor, ProcessCommitment, ProcessOrganisation, ProcessPhase, ProcessSession } from './process.entity.ts';
import { checkProcess, currentPhase, visibilityIn } from './process.ts';

/** What another capability shows of a process beside its own things. */
export interface ProcessSummary extends ProcessFacts {
  title: string;
}

/** Processes: what they are about, who belongs to them, who may do what in them. */
@Injectable()
export class ParticipationService {
  readonly #whenOrganisationsChanged: ((em: EntityManager, processId: string) => Promise<void>)[] = [];

  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly provenance: ProvenanceService,
  ) {}

  /** @throws Problem `forbidden` for whoever answers for none of the named organisations, `participation/unknown-commitment` */
  async addProcess(me: Viewer, input: EditProcess): Promise<Made> {
    demand(addProcess, me, { organisationIds: input.organisationIds });
    checkProcess(input);
    return this.transactions.run(async (em) => {
      const now = new Date();
      const { title, problem, statusQuo, goals, state, visibility } = input;
      const id = newId();
      await em.insert(Process, { id, title, problem, statusQuo, goals, state, visibility, revision: 1, createdAt: now, updatedAt: now });
      await writeParts(em, id, input);
      await this.identity.placeRoles(em, { scope: 'process', id, title, organisationIds: input.organisationIds });
      if (me.person) await this.identity.giveRole(em, { personId: me.person.id, scope: 'process', scopeId: id, role: 'lead' });
      return { id };
    });
  }

  /** @throws Problem `changed-meanwhile` where somebody else saved since the editor's `revision` */
  async editProcess(me: Viewer, processId: string, input: EditProcess): Promise<void> {
    return this.transactions.run(async (em) => {
      const facts = await this.factsOf(processId, em);
      demand(editProcess, me, facts);
      checkProcess(input);
      const othersRun = !sameMembers(facts.organisationIds, input.organisationIds);
      if (othersRun) demand(changeProcessOrganisations, me, facts);
      const { title, problem, statusQuo, goals, state, visibility, revision } = input;
      const { affected } = await em.update(
        Process,
        { id: processId, revision },
        { title, problem, statusQuo, goals, state, visibility, revision: revision + 1, updatedAt: new Date() },
      );
      if (affected === 0) throw new Problem('changed-meanwhile');
      await writeParts(em, processId, input);
      await this.identity.placeRoles(em, { scope: 'process', id: processId, title, organisationIds: input.organisationIds });
      await this.provenance.showProcessTo(em, processId, visibilityIn({ state, visibility }));
      if (othersRun) for (const follow of this.#whenOrganisationsChanged) await follow(em, processId);
    });
  }

  /**
   * For those to the right who keep a copy of a process's organisations (a board's rule): `follow` brings theirs up to date in the very transaction that
   * changed them, so none can be left behind.
   */
  onOrganisationsChanged(follow: (em: EntityManager, processId: string) => Promise<void>): void {
    this.#whenOrganisationsChanged.push(follow);
  }

  async viewProcess(me: Viewer, processId: string): Promise<ProcessView> {
    const em = this.transactions.manager;
    const facts = await this.factsOf(processId, em);
    demand(viewProcess, me, facts);
    const inOrder = { where: { processId }, order: { position: 'ASC' } } as const;
    const process = await em.findOneByOrFail(Process, { id: processId });
    const phases = await em.find(ProcessPhase, inOrder);
    const actors = await em.find(ProcessActor, inOrder);
    const commitments = await em.find(ProcessCommitment, { where: { processId }, order: { commitmentId: 'ASC' } });
    const { title, problem, statusQuo, goals, state, visibility, revision, updatedAt } = process;
    return {
      id: processId, title, problem, statusQuo, goals, state, visibility, revision,
      phases: phases.map(({ id, title, fromOn, untilOn }) => ({ id, title, fromOn, untilOn })),
      actors: actors.map(({ id, name, sector, organisationId, role }) => ({ id, name, sector, organisationId, role })),
      organisationIds: [...facts.organisationIds],
      commitmentIds: commitments.map(({ commitmentId }) => commitmentId),
      updatedAt: updatedAt.toISOString(),
      may: {
        edit: editProcess.allows(me, facts),
        addSession: addSessionToProcess.allows(me, facts),
        writeDossier: isProcessStaff(me, facts),
        giveRoles: giveProcessRoles.allows(me, facts),
      },
    };
  }

  /** What the viewer may see: what runs, then what is prepared, then what is over; in each the newest change first. */
  async listProcesses(me: Viewer, query: ProcessQuery): Promise<ProcessList> {
    const em = this.transactions.manager;
    const scoped = (scope: string) => me.roles.flatMap((held) => (held.scope === scope && held.scopeId ? [held.scopeId] : []));
    const start = startOf(query, ProcessKey);
    const rows = await em.query<ListedProcess[]>(
      `select id, title, state, visibility, updated_at, rank, ${CHANGED_AT} as moment,
          coalesce((select json_agg(json_build_object('id', f.id, 'title', f.title, 'fromOn', f.from_on, 'untilOn', f.until_on) order by f.position)
            from process_phase f where f.process_id = p.id), '[]') as phases
        from process p cross join lateral (select array_position('{finished,draft,running}', state) as rank) as ranked
        where ($1::text is null or state = $1)
          and ($7::int is null or (rank, updated_at, id) < ($7::int, $8::timestamptz, $9::uuid))
          and ($2
            or (state <> 'draft' and visibility = 'public')
            or id = any($3::uuid[])
            or exists (select 1 from process_organisation o where o.process_id = p.id and o.organisation_id = any($4::uuid[]))
            or exists (select 1 from process_session s where s.process_id = p.id and s.session_id = any($5::uuid[]))
            or (state <> 'draft' and visibility = 'participants'
              and (p.id = any($11::uuid[]) or exists (select 1 from process_session s where s.process_id = p.id and s.session_id = any($6::uuid[])))))
        order by rank desc, updated_at desc, id desc
        limit $10`,
      [
        query.state ?? null, isAdministrator(me), scoped('process'), scoped('organisation'), scoped('session'),
        me.participants.flatMap(({ sessionId }) => sessionId ?? []), start?.[0] ?? null, start?.[1] ?? null, start?.[2] ?? null, query.limit + 1,
        me.participants.flatMap(({ processId }) => processId ?? []),
      ],
    );
    const today = await this.identity.today();
    return {
      ...page(rows, query, ({ rank, moment, id }) => [rank, moment, id], ({ id, title, state, visibility, phases, updated_at }): ProcessRow => ({
        id, title, state, visibility,
        currentPhase: state === 'running' ? currentPhase(phases, today) : null,
        updatedAt: updated_at.toISOString(),
      })),
      may: { add: addProcess.allows(me, {}) },
    };
  }

  /**
   * Where a process belongs, for the policies of whatever hangs on it.
   * @throws Problem `not-found`
   */
  async factsOf(processId: string, em: EntityManager = this.transactions.manager): Promise<ProcessSummary> {
    const [facts] = await this.factsOfAll([processId], em);
    if (!facts) throw new Problem('not-found');
    return facts;
  }

  /** Like {@link factsOf} for several; unknown ones are left out. */
  async factsOfAll(processIds: readonly string[], em: EntityManager = this.transactions.manager): Promise<ProcessSummary[]> {
    if (processIds.length === 0) return [];
    const rows = await em.query<
      { id: string; title: string; state: ProcessState; visibility: ProcessFacts['visibility']; organisation_ids: string[]; session_ids: string[] }[]
    >(
      `select id, title, state, visibility,
          array(select organisation_id from process_organisation o where o.process_id = p.id order by organisation_id) as organisation_ids,
          array(select session_id from process_session s where s.process_id = p.id) as session_ids
        from process p where id = any($1)`,
      [processIds],
    );
    return rows.map(({ id, title, state, visibility, organisation_ids, session_ids }) => ({
      processId: id, title, state, visibility, organisationIds: organisation_ids, sessionIds: session_ids,
    }));
  }

  /** Nobody changes these processes until this transaction ends. */
  async hold(em: EntityManager, processIds: readonly string[]): Promise<void> {
    await em.query('select 1 from process where id = any($1::uuid[]) order by id for share', [processIds]);
  }

  /** All processes of the organisations. */
  async idsOf(organisationIds: readonly string[], em: EntityManager = this.transactions.manager): Promise<string[]> {
    if (organisationIds.length === 0) return [];
    const rows = await em.query<{ id: string }[]>('select distinct process_id as id from process_organisation where organisation_id = any($1::uuid[])', [organisationIds]);
    return rows.map(({ id }) => id);
  }

  /** Whether the viewer may see the process; for lists that name it. */
  sees(me: Viewer, facts: ProcessFacts): boolean {
    return viewProcess.allows(me, facts);
  }

  /**
   * `sessions` writes down which sessions a process has: who took part in one may see a process for participants.
   * @returns the process, which nobody changes until this transaction ends: whoever does then finds the session too
   */
  async addSession(em: EntityManager, processId: string, sessionId: string): Promise<ProcessSummary> {
    await em.query('select 1 from process where id = $1 for share', [processId]);
    await em.insert(ProcessSession, { processId, sessionId });
    return this.factsOf(processId, em);
  }

  /** The processes that serve a commitment, for its page. */
  async processesServing(commitmentIds: readonly string[], em: EntityManager = this.transactions.manager): Promise<(ProcessSummary & { commitmentId: string })[]> {
    const served = await em.findBy(ProcessCommitment, { commitmentId: In([...commitmentIds]) });
    const facts = new Map((await this.factsOfAll([...new Set(served.map(({ processId }) => processId))], em)).map((process) => [process.processId, process]));
    return served.flatMap(({ processId, commitmentId }) => {
      const process = facts.get(processId);
      return process ? [{ ...process, commitmentId }] : [];
    });
  }
}

const CHANGED_AT = momentKey('updated_at');
const ProcessKey = z.tuple([z.int(), MomentKey, Id]);

interface ListedProcess extends Pick<ProcessRow, 'id' | 'title' | 'state' | 'visibility'> {
  updated_at: Date;
  /** Its place among the states, and its change to the microsecond: where a page begins. */
  rank: number;
  moment: string;
  phases: ProcessView['phases'];
}

const sameMembers = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((id) => b.includes(id));

/** Phases, actors and the rest are small lists that the page sends whole: written anew. */
async function writeParts(em: EntityManager, processId: string, input: EditProcess): Promise<void> {
  for (const part of [ProcessPhase, ProcessActor, ProcessOrganisation, ProcessCommitment]) await em.delete(part, { processId });
  try {
    await em.insert(ProcessPhase, input.phases.map((phase, position) => ({ ...phase, processId, position })));
    await em.insert(ProcessActor, input.actors.map((actor, position) => ({ ...actor, processId, position })));
    await em.insert(ProcessOrganisation, input.organisationIds.map((organisationId) => ({ processId, organisationId })));
    await em.insert(ProcessCommitment, input.commitmentIds.map((commitmentId) => ({ processId, commitmentId })));
  } catch (error) {
    throw refusal(error) ?? error;
  }
}

/** What a broken constraint says to the person at the form. */
function refusal(error: unknown): Problem | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  switch ((error.driverError as { constraint?: string }).constraint) {
    case 'process_commitment_is_known':
      return new Problem('participation/unknown-commitment');
    case 'process_organisation_organisation_id_fkey':
      return new Problem('invalid-input', {}, [{ path: 'organisationIds', code: 'not-allowed' }]);
    case 'process_actor_organisation_id_fkey':
      return new Problem('invalid-input', {}, [{ path: 'actors', code: 'not-allowed' }]);
    default:
      return undefined;
  }
}
