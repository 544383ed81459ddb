import type { Language } from '@spolu/contracts/common';

/** What stands in documents of an ideathon besides what people wrote. */
export interface IdeathonWords {
  goodProposal: string;
  team: (number: number, name: string) => string;
  merged: (team: string) => string;
  /** In a field where something should stand, and where it need not. */
  missing: string;
  empty: string;
  columns: { teamId: string; number: string; name: string; idea: string; field: string; required: string };
}

const titled = (team: string) => (number: number, name: string) => [`${team} ${number}`, name].filter(Boolean).join(' · ');

export const IDEATHON_WORDS: Record<Language, IdeathonWords> = {
  sk: {
    goodProposal: 'Čo má dobrý návrh:', team: titled('Tím'), merged: (team) => `Spojený s: ${team}`, missing: 'Chýba, hoci je povinné.', empty: 'Nevyplnené.',
    columns: { teamId: 'ID tímu', number: 'Číslo', name: 'Tím', idea: 'Nápad', field: 'Pole', required: 'Povinné' },
  },
  cs: {
    goodProposal: 'Co má dobrý návrh:', team: titled('Tým'), merged: (team) => `Spojen s: ${team}`, missing: 'Chybí, ač je povinné.', empty: 'Nevyplněno.',
    columns: { teamId: 'ID týmu', number: 'Číslo', name: 'Tým', idea: 'Nápad', field: 'Pole', required: 'Povinné' },
  },
  en: {
    goodProposal: 'What a good proposal has:', team: titled('Team'), merged: (team) => `Merged with: ${team}`, missing: 'Missing, though required.', empty: 'Not filled in.',
    columns: { teamId: 'Team ID', number: 'Number', name: 'Team', idea: 'Idea', field: 'Field', required: 'Required' },
  },
  uk: {
    goodProposal: 'Що має добра пропозиція:', team: titled('Команда'), merged: (team) => `Об’єднано з: ${team}`, missing: 'Бракує, хоча обов’язкове.', empty: 'Не заповнено.',
    columns: { teamId: 'ID команди', number: 'Номер', name: 'Команда', idea: 'Ідея', field: 'Поле', required: 'Обов’язкове' },
  },
};
