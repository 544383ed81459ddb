import type { Language } from '@spolu/contracts/common';

/** What stands in documents of an ideathon besides what people wrote. */
interface IdeathonWords {
  goodProposal: string;
  team: (number: number, name: string) => string;
}

const titled = (team: string) => (number: number, name: string) => [`${team} ${number}`, name].filter(Boolean).join(' · ');

export const IDEATHON_WORDS: Record<Language, IdeathonWords> = {
  sk: { goodProposal: 'Čo má dobrý návrh:', team: titled('Tím') },
  cs: { goodProposal: 'Co má dobrý návrh:', team: titled('Tým') },
  en: { goodProposal: 'What a good proposal has:', team: titled('Team') },
  uk: { goodProposal: 'Що має добра пропозиція:', team: titled('Команда') },
};
