import type { Language } from '@spolu/contracts/common';

/** What stands in documents of an ideathon besides what people wrote. */
export interface IdeathonWords {
  goodProposal: string;
  team: (number: number, name: string) => string;
  merged: (team: string) => string;
  /** In a field where something should stand, and where it need not. */
  missing: string;
  empty: string;
  audience: string;
  columns: { teamId: string; number: string; name: string; idea: string; field: string; required: string; dots: string; rank: string };
}

const titled = (team: string) => (number: number, name: string) => [`${team} ${number}`, name].filter(Boolean).join(' · ');

export const IDEATHON_WORDS: Record<Language, IdeathonWords> = {
  sk: {
    goodProposal: 'Čo má dobrý návrh:', team: titled('Tím'), merged: (team) => `Spojený s: ${team}`, missing: 'Chýba, hoci je povinné.', empty: 'Nevyplnené.', audience: 'Hlas publika',
    columns: { teamId: 'ID tímu', number: 'Číslo', name: 'Tím', idea: 'Nápad', field: 'Pole', required: 'Povinné', dots: 'Bodky publika', rank: 'Poradie u publika' },
  },
  cs: {
    goodProposal: 'Co má dobrý návrh:', team: titled('Tým'), merged: (team) => `Spojen s: ${team}`, missing: 'Chybí, ač je povinné.', empty: 'Nevyplněno.', audience: 'Hlas publika',
    columns: { teamId: 'ID týmu', number: 'Číslo', name: 'Tým', idea: 'Nápad', field: 'Pole', required: 'Povinné', dots: 'Body publika', rank: 'Pořadí u publika' },
  },
  en: {
    goodProposal: 'What a good proposal has:', team: titled('Team'), merged: (team) => `Merged with: ${team}`, missing: 'Missing, though required.', empty: 'Not filled in.', audience: 'Audience vote',
    columns: { teamId: 'Team ID', number: 'Number', name: 'Team', idea: 'Idea', field: 'Field', required: 'Required', dots: 'Audience dots', rank: 'Audience rank' },
  },
  uk: {
    goodProposal: 'Що має добра пропозиція:', team: titled('Команда'), merged: (team) => `Об’єднано з: ${team}`, missing: 'Бракує, хоча обов’язкове.', empty: 'Не заповнено.', audience: 'Голос публіки',
    columns: { teamId: 'ID команди', number: 'Номер', name: 'Команда', idea: 'Ідея', field: 'Поле', required: 'Обов’язкове', dots: 'Крапки публіки', rank: 'Місце у публіки' },
  },
};
