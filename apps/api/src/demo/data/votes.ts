import type { EditPublicVote } from '@spolu/contracts/public-votes';
import type { IdeaKey } from './story.ts';

/** A vote of the story; its days are counted from the day the demo is loaded. */
export interface VoteStory extends Pick<EditPublicVote, 'title' | 'intro' | 'rule' | 'voters'> {
  limit: number | null;
  winners: number | null;
  budget: number | null;
  options: readonly (readonly [IdeaKey, cost: number | null])[];
}

/** Solar roofs have more votes than three projects that are paid: its supporters' shares went to what they wanted too. */
export const countedVote: VoteStory & {
  publishedDay: number;
  opensDay: number;
  closesDay: number;
  countedDay: number;
  /** So many codes were sent. */
  letters: number;
  ballots: readonly { people: number; ideas: readonly IdeaKey[] }[];
} = {
  publishedDay: -66,
  opensDay: -65,
  closesDay: -58,
  countedDay: -57,
  letters: 150,
  title: 'Za čo minúť energetický fond',
  intro: 'Z prvej dielne vzišlo päť nápadov. V energetickom fonde je tento rok 105 000 €. Vyberte, čo sa z neho má zaplatiť. Výsledok dostane komisia spolu s odporúčaniami z dielne.',
  rule: { method: 'budget', count: 'equal-shares', currency: 'EUR' },
  voters: 'codes',
  limit: null,
  winners: null,
  budget: 105_000,
  options: [['solar-roofs', 60_000], ['night-light', 24_000], ['open-data', 18_000], ['advice-desk', 22_000], ['partnership', 9_000]],
  ballots: [
    { people: 30, ideas: ['solar-roofs', 'open-data'] },
    { people: 14, ideas: ['solar-roofs', 'open-data', 'night-light'] },
    { people: 12, ideas: ['night-light', 'open-data', 'partnership'] },
    { people: 16, ideas: ['advice-desk', 'partnership'] },
    { people: 12, ideas: ['advice-desk', 'open-data'] },
  ],
};

export const openVote: VoteStory & { opensDay: number; closesDay: number; ballot: readonly IdeaKey[] } = {
  opensDay: -3,
  closesDay: 12,
  title: 'Čím začať na jar',
  intro: 'Nápady z dielne sa nedajú robiť všetky naraz. Povedzte, ktorými dvoma má mesto začať.',
  rule: { method: 'fixed-number' },
  voters: 'accounts',
  limit: 2,
  winners: 2,
  budget: null,
  options: [['open-data', null], ['advice-desk', null], ['night-light', null], ['solar-roofs', null]],
  ballot: ['open-data', 'advice-desk'],
};

export const draftVote: VoteStory = {
  title: 'Poradie krokov na rok',
  intro: '',
  rule: { method: 'ranking' },
  voters: 'accounts',
  limit: null,
  winners: 1,
  budget: null,
  options: [['solar-roofs', null], ['night-light', null], ['advice-desk', null]],
};
