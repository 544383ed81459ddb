import type { Sector } from '@spolu/contracts/common';

/** Organisations named in the city's action plan 2024–2026, parents before their parts. */
export interface DemoOrganisation {
  key: string;
  name: string;
  sector: Sector;
  parentKey: string | null;
}

export const organisations: readonly DemoOrganisation[] = [
  { key: 'bb-msu', name: 'Mestský úrad Banská Bystrica', sector: 'public', parentKey: null },
  { key: 'bb-prednosta', name: 'Kancelária prednostky', sector: 'public', parentKey: 'bb-msu' },
  { key: 'bb-primator', name: 'Kancelária primátora', sector: 'public', parentKey: 'bb-msu' },
  { key: 'bb-participacia', name: 'Referát participácie a inovácie v oblasti otvoreného spravovania', sector: 'public', parentKey: 'bb-msu' },
  { key: 'bb-organizacne', name: 'Organizačné oddelenie', sector: 'public', parentKey: 'bb-msu' },
  { key: 'bb-rozvoj', name: 'Oddelenie rozvojových aktivít', sector: 'public', parentKey: 'bb-msu' },
  { key: 'bb-architekt', name: 'Oddelenie architekta mesta', sector: 'public', parentKey: 'bb-msu' },
  { key: 'dialogue-centre', name: 'Dialogue Centre n.o.', sector: 'ngo', parentKey: null },
  { key: 'nova-ims', name: 'NOVA Information Management School (Lisbon)', sector: 'academia', parentKey: null },
  { key: 'umb', name: 'Univerzita Mateja Bela, Banská Bystrica', sector: 'academia', parentKey: null },
  { key: 'umb-ef', name: 'Ekonomická fakulta UMB', sector: 'academia', parentKey: 'umb' },
  { key: 'umb-pf', name: 'Fakulta UMB (v akčnom pláne „PF“)', sector: 'academia', parentKey: 'umb' },
  { key: 'akademia-umeni', name: 'Akadémia umení, Banská Bystrica', sector: 'academia', parentKey: null },
  { key: 'unia-miest', name: 'Únia miest', sector: 'public', parentKey: null },
  { key: 'siet-agenti-koexistencie', name: 'Sieť miest v rámci projektu Agenti Koexistencie', sector: 'public', parentKey: null },
  { key: 'cko', name: 'Centrum komunitného organizovania, n.o.', sector: 'ngo', parentKey: null },
];
