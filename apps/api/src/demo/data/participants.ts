import type { Sector } from '@spolu/contracts/common';

/** A guest of a workshop; null: she stayed anonymous. */
export interface DemoParticipant {
  nickname: string | null;
  sector: Sector;
}

/** Thirty invented people. */
export const participants: readonly DemoParticipant[] = [
  { nickname: 'Marta', sector: 'residents' },
  { nickname: 'Jozef', sector: 'public' },
  { nickname: null, sector: 'ngo' },
  { nickname: 'Peter', sector: 'business' },
  { nickname: 'Zuzana', sector: 'residents' },
  { nickname: null, sector: 'academia' },
  { nickname: 'Helena', sector: 'public' },
  { nickname: 'Tomáš', sector: 'residents' },
  { nickname: null, sector: 'business' },
  { nickname: 'Michal', sector: 'ngo' },
  { nickname: 'Eva', sector: 'residents' },
  { nickname: null, sector: 'academia' },
  { nickname: 'Lenka', sector: 'residents' },
  { nickname: 'Viktor', sector: 'public' },
  { nickname: null, sector: 'business' },
  { nickname: 'Juraj', sector: 'ngo' },
  { nickname: 'Alžbeta', sector: 'residents' },
  { nickname: null, sector: 'residents' },
  { nickname: 'Mária', sector: 'public' },
  { nickname: 'Ľuboš', sector: 'academia' },
  { nickname: null, sector: 'business' },
  { nickname: 'Pavol', sector: 'ngo' },
  { nickname: 'Iveta', sector: 'residents' },
  { nickname: null, sector: 'public' },
  { nickname: 'Soňa', sector: 'business' },
  { nickname: 'Dano', sector: 'residents' },
  { nickname: null, sector: 'ngo' },
  { nickname: 'Igor', sector: 'academia' },
  { nickname: 'Natalia', sector: 'residents' },
  { nickname: null, sector: 'public' },
];
