import { Injectable } from '@nestjs/common';
import type { HeldRole } from '@spolu/contracts/roles';
import { v7 as newId } from 'uuid';
import { CommitmentsService } from '../commitments/commitments.service.ts';
import { Transactions } from '../database/transactions.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { ParticipationService } from '../participation/participation.service.ts';
import { actionPlan, commitments } from './data/action-plan.ts';
import { organisations } from './data/organisations.ts';
import { bodies, people, type PersonKey } from './data/people.ts';
import * as story from './data/story.ts';
import type { StoryCalendar } from './calendar.ts';
import { DemoPeople } from './demo-people.ts';
import { StoryTime } from './story-time.ts';

/** Ids by the keys of the data. */
export type Ids = ReadonlyMap<string, string>;

export interface DemoTown {
  people: DemoPeople;
  organisations: Ids;
  bodies: Ids;
}

/** The town before anything happens: who is who, what it promised, and the process that begins. */
@Injectable()
export class TownOfDemo {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly participation: ParticipationService,
    private readonly commitments: CommitmentsService,
    private readonly time: StoryTime,
  ) {}

  /** Organisations, bodies, people with their roles: each demo role is somebody. */
  async settle(): Promise<DemoTown> {
    return this.transactions.run(async (em) => {
      await this.identity.nameMunicipality(em, { name: 'Banská Bystrica', defaultLanguage: 'sk', timeZone: 'Europe/Bratislava' });
      const ids = new Map<string, string>();
      for (const { key, name, sector, parentKey } of organisations) {
        const id = newId();
        await this.identity.addOrganisation(em, { id, name, sector, parentId: parentKey === null ? null : ids.get(parentKey)! });
        ids.set(key, id);
      }
      const personIds = new Map<PersonKey, string>();
      for (const { key, name, email } of Object.values(people)) {
        const id = newId();
        await this.identity.addPerson(em, { id, name, email, language: 'sk' });
        personIds.set(key, id);
      }
      const town = { people: new DemoPeople(personIds), organisations: ids, bodies: new Map<string, string>() };
      const give = async (person: PersonKey, role: HeldRole) => {
        await this.identity.giveRole(em, { personId: town.people.id(person), ...role });
        town.people.hold(person, role);
      };
      await give('administrator', { scope: 'installation', scopeId: null, role: 'administrator' });
      await give('officer', { scope: 'organisation', scopeId: ids.get('bb-msu')!, role: 'officer' });
      // Facilitators of this town sit in its participation unit, so they may begin processes of their own.
      await give('facilitator', { scope: 'organisation', scopeId: ids.get('bb-participacia')!, role: 'officer' });
      for (const key of ['bb-rozvoj', 'bb-architekt']) await give('department', { scope: 'organisation', scopeId: ids.get(key)!, role: 'department-member' });
      for (const body of bodies) {
        const id = newId();
        const { name, kind, organisationKey, memberCount, deciding = kind === 'council', statute = '' } = body;
        await this.identity.addBody(em, { id, name, kind, organisationId: ids.get(organisationKey)!, memberCount, deciding, majorityOf: kind === 'council' ? 'members' : 'present', statute });
        for (const member of body.named ?? []) await this.identity.addMandate(em, { bodyId: id, ...member });
        town.bodies.set(body.key, id);
        for (const { person, role } of body.people) await give(person, { scope: 'body', scopeId: id, role });
      }
      return town;
    });
  }

  /**
   * The action plan with its commitments and milestones. On the way of a note a milestone stands at the day it was registered, so the plan is
   * entered just before the news of the milestone, though it is much older.
   * @returns ids of commitments and milestones
   */
  promise(town: DemoTown, calendar: StoryCalendar): Promise<Ids> {
    return this.time.happened(calendar.at(story.milestone.day, '10:45'), () => this.enterPlan(town));
  }

  private async enterPlan({ people: who, organisations: ids }: DemoTown): Promise<Ids> {
    const officer = who.as('officer');
    const { title, fromOn, untilOn, vision, organisationKey } = actionPlan;
    const plan = await this.commitments.addActionPlan(officer, { title, fromOn, untilOn, vision, language: 'sk', organisationId: ids.get(organisationKey)!, revision: 0 });
    const made = new Map<string, string>();
    for (const { key, milestones, ...commitment } of commitments) {
      const { id } = await this.commitments.addCommitment(officer, plan.id, { ...commitment, changeReason: '', revision: 0 });
      made.set(key, id);
      for (const milestone of milestones) {
        const added = await this.commitments.addMilestone(officer, id, {
          title: milestone.title, output: milestone.output, ownerId: null, ownerName: '', dueOn: null, state: 'not-started', progress: '', percent: null, budget: '', budgetSource: '', evidence: '', delayReason: '', decisionItemId: null, language: 'sk', revision: 0,
        });
        made.set(milestone.key, added.id);
      }
    }
    return made;
  }

  /** The process that serves the third commitment; the officer leads it, the facilitator facilitates. @returns its id */
  async beginProcess({ people: who, organisations: ids }: DemoTown, promised: Ids, calendar: StoryCalendar): Promise<string> {
    const { title, problem, statusQuo, goals, phases, actors, commitmentKey } = story.process;
    const { id } = await this.time.happened(calendar.at(phases[0].from, '09:00'), () => this.participation.addProcess(who.as('officer'), {
      title, problem, statusQuo,
      goals: [...goals],
      phases: phases.map((phase) => ({ id: newId(), title: phase.title, fromOn: calendar.day(phase.from), untilOn: calendar.day(phase.until) })),
      actors: actors.map(({ name, sector, role, organisationKey }) => ({ id: newId(), name, sector, role, organisationId: organisationKey && ids.get(organisationKey)! })),
      organisationIds: [ids.get('bb-msu')!],
      commitmentIds: [promised.get(commitmentKey)!],
      state: 'running',
      visibility: 'public',
      revision: 0,
    }));
    who.hold('officer', { scope: 'process', scopeId: id, role: 'lead' });
    const role = { scope: 'process', scopeId: id, role: 'facilitator' } as const;
    await this.transactions.run((em) => this.identity.giveRole(em, { personId: who.id('facilitator'), ...role, givenBy: who.id('officer') }));
    who.hold('facilitator', role);
    return id;
  }
}
