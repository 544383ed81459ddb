import type { Feasibility } from '@spolu/contracts/assessment';
import type { IdeaKey } from './story.ts';

/** Invented: by what the ideas of the first workshop are assessed, and what two departments say of some of them. */
export const criteria = [
  { key: 'benefit', kind: 'points', title: 'Prínos pre obyvateľov', description: 'Koľkým ľuďom to pomôže a ako veľmi.', weight: 4, scaleMax: 5 },
  { key: 'saving', kind: 'points', title: 'Úspora energie', description: 'Odhad podľa skutočnej spotreby za posledné tri roky.', weight: 3, scaleMax: 5 },
  { key: 'effort', kind: 'points', title: 'Ako ľahko sa to dá urobiť', description: 'Čas, ľudia a povolenia: 5 je hneď, 0 najskôr o tri roky.', weight: 2, scaleMax: 5 },
  { key: 'competence', kind: 'must', title: 'Mesto to smie urobiť', description: 'Je to jeho majetok alebo jeho právomoc.' },
] as const;
export type CriterionKey = (typeof criteria)[number]['key'];

interface GivenStory {
  idea: IdeaKey;
  organisationKey: 'bb-rozvoj' | 'bb-architekt';
  scores: Record<CriterionKey, readonly [value: number, reason: string]>;
  feasibility: Feasibility;
  cost: number | null;
  costNote: string;
  internalNote: string;
  publicAnswer: string;
  published: boolean;
}

/** Days within which the process answers, and a department what it was asked. */
export const terms = { answerDays: 90, questionDays: 21 } as const;
export const asked = { day: -66, dueDay: -55, ideas: ['solar-roofs', 'advice-desk'], organisations: ['bb-rozvoj', 'bb-architekt'] } as const;
/** Still waited for. */
export const waiting = { day: -3, dueDay: 11, ideas: ['night-light', 'open-data'], organisations: ['bb-rozvoj'] } as const;
export const givenDay = -58;
export const publishedDay = -55;

export const given: readonly GivenStory[] = [
  {
    idea: 'solar-roofs', organisationKey: 'bb-rozvoj', feasibility: 'with-changes', cost: 180_000, costNote: 'tri strechy, bez opravy krytiny',
    scores: { benefit: [4, 'Úspora zostáva školám na vybavenie.'], saving: [5, ''], effort: [3, 'Projekt a obstaranie potrvajú rok.'], competence: [1, ''] },
    internalNote: 'Statiku plavárne treba overiť pred vyhlásením súťaže.',
    publicAnswer: 'Začneme tromi strechami, na ktorých sa to oplatí najviac. Pri plavárni najprv overíme, čo strecha unesie.', published: true,
  },
  {
    idea: 'solar-roofs', organisationKey: 'bb-architekt', feasibility: 'feasible', cost: 210_000, costNote: 'aj s úpravou atík',
    scores: { benefit: [3, ''], saving: [4, ''], effort: [1, 'Dve budovy sú v pamiatkovej zóne, povolenie trvá dlhšie.'], competence: [1, ''] },
    internalNote: '', publicAnswer: 'Na školách mimo pamiatkovej zóny panely vzhľadu mesta neuškodia.', published: true,
  },
  {
    idea: 'advice-desk', organisationKey: 'bb-rozvoj', feasibility: 'feasible', cost: 9_500, costNote: 'ročne',
    scores: { benefit: [5, 'Ľudia sa pýtajú už dnes, nemajú koho.'], saving: [2, ''], effort: [4, ''], competence: [1, ''] },
    internalNote: 'Knižnica súhlasí, ak poradcu platí mesto.', publicAnswer: 'Poradňa môže začať na jeseň dvakrát mesačne v knižnici.', published: false,
  },
];
