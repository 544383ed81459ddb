import type { HeldRole } from '@spolu/contracts/roles';
import type { Viewer } from '../http/viewer.ts';
import { people, type PersonKey } from './data/people.ts';

/** The people of the demo as the services see whoever asks: each with the roles that the story gave her so far. */
export class DemoPeople {
  private readonly roles = new Map<PersonKey, HeldRole[]>();

  constructor(private readonly ids: ReadonlyMap<PersonKey, string>) {}

  id(person: PersonKey): string {
    return this.ids.get(person)!;
  }

  hold(person: PersonKey, role: HeldRole): void {
    this.roles.set(person, [...(this.roles.get(person) ?? []), role]);
  }

  as(person: PersonKey): Viewer {
    return { person: { id: this.id(person), name: people[person].name }, roles: this.roles.get(person) ?? [], participants: [], removedFrom: [] };
  }
}
