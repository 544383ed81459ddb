import type { Sector } from '@spolu/contracts/common';
import type { RoleName } from '@spolu/contracts/roles';

/** An invented person with an account. Whoever tries the demo becomes one of them with a click. */
export interface DemoPerson {
  key: string;
  name: string;
  email: string;
}

export const people = {
  administrator: { key: 'administrator', name: 'Adam Správny', email: 'administrator@demo.example' },
  officer: { key: 'officer', name: 'Olívia Ukážková', email: 'referat@demo.example' },
  facilitator: { key: 'facilitator', name: 'Fedor Vzorový', email: 'facilitator@demo.example' },
  department: { key: 'department', name: 'Dorota Útvarová', email: 'oddelenie@demo.example' },
  secretary: { key: 'secretary', name: 'Tamara Zápisová', email: 'tajomnicka@demo.example' },
  chair: { key: 'chair', name: 'Predrag Modelový', email: 'predseda@demo.example' },
  member: { key: 'member', name: 'Karolína Príkladná', email: 'clenka@demo.example' },
  otherMember: { key: 'otherMember', name: 'Norbert Názorný', email: 'clen@demo.example' },
} as const satisfies Record<string, DemoPerson>;

export type PersonKey = keyof typeof people;

export interface DemoBody {
  key: string;
  name: string;
  kind: 'commission' | 'council' | 'working-group' | 'advisory-board';
  organisationKey: string;
  memberCount: number;
  /** Left out: a council does. */
  deciding?: boolean;
  statute?: string;
  people: readonly { person: PersonKey; role: RoleName }[];
  /** Members without an account, invented. */
  named?: readonly { name: string; sector: Sector; represents: string }[];
}

/** The bodies that the action plan names, and an invented commission beside the council. */
export const bodies: readonly DemoBody[] = [
  {
    key: 'commission',
    name: 'Komisia životného prostredia a energetiky (ukážková)',
    kind: 'commission',
    organisationKey: 'bb-msu',
    memberCount: 7,
    people: [
      { person: 'chair', role: 'chair' },
      { person: 'member', role: 'member' },
      { person: 'otherMember', role: 'member' },
      { person: 'secretary', role: 'secretary' },
    ],
    statute: 'Ukážka: Komisia je poradným orgánom zastupiteľstva. Uznášaniaschopná je, ak je prítomná nadpolovičná väčšina všetkých členov; návrh je prijatý, ak zaň hlasuje nadpolovičná väčšina prítomných.',
    named: [
      { name: 'Ján Horský', sector: 'public', represents: 'poslanci zastupiteľstva' },
      { name: 'Eva Lesná', sector: 'ngo', represents: 'Ochranári pri Hrone' },
      { name: 'Peter Kováč', sector: 'business', represents: 'Združenie podnikateľov' },
      { name: 'Zuzana Vrbová', sector: 'residents', represents: 'obyvatelia sídliska' },
    ],
  },
  {
    key: 'council',
    name: 'Mestské zastupiteľstvo',
    kind: 'council',
    organisationKey: 'bb-msu',
    memberCount: 31,
    people: [{ person: 'secretary', role: 'secretary' }],
  },
  { key: 'working-group', name: 'Pracovná skupina v rámci mestského úradu', kind: 'working-group', organisationKey: 'bb-msu', memberCount: 9, people: [],
    named: [
      { name: 'Anna Dubová', sector: 'public', represents: 'mestský úrad' },
      { name: 'Michal Brezina', sector: 'public', represents: 'mestský úrad' },
      { name: 'Lucia Javorová', sector: 'business', represents: 'miestni podnikatelia' },
      { name: 'Tomáš Jedľa', sector: 'ngo', represents: 'komunitné centrum' },
    ] },
  {
    key: 'monitoring-group',
    name: 'Pracovná skupina pre monitorovanie a hodnotenie využívania Spolupracovne',
    kind: 'working-group',
    organisationKey: 'bb-msu',
    memberCount: 8,
    people: [{ person: 'officer', role: 'member' }],
  },
  {
    key: 'cooperation-council',
    name: 'Kooperačná rada funkčnej mestskej oblasti (ukážková)',
    kind: 'advisory-board',
    organisationKey: 'bb-msu',
    memberCount: 3,
    deciding: true,
    people: [{ person: 'member', role: 'member' }, { person: 'secretary', role: 'secretary' }],
    named: [
      { name: 'Ján Dolinský', sector: 'public', represents: 'starostovia obcí' },
      { name: 'Mária Horná', sector: 'public', represents: 'starostovia obcí' },
    ],
  },
  { key: 'advisory-board', name: 'Rada Spolupracovne', kind: 'advisory-board', organisationKey: 'bb-msu', memberCount: 12, people: [] },
];
