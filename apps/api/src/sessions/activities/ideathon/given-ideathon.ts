import type { IdeathonSettings } from '@spolu/contracts/activities/ideathon';

/** An ideathon as a city would plan it, without a jury. */
export const ideathonSettings = (changes: Partial<IdeathonSettings> = {}): IdeathonSettings => ({
  kind: 'ideathon',
  challenge: 'Ako ochladíme sídlisko?',
  brief: 'V lete je na sídlisku o päť stupňov viac než v parku.',
  goodProposal: ['Dá sa urobiť do dvoch rokov', 'Pomáha tým, ktorým je najhoršie'],
  teamMin: 2,
  teamMax: 3,
  fields: [
    { title: 'Problém', hint: 'Čo sa deje a koho sa to týka?', required: true },
    { title: 'Riešenie', hint: '', required: true },
    { title: 'Čo na to treba', hint: '', required: false },
  ],
  canvasMinutes: null,
  pitchMinutes: 3,
  audience: { dots: 3, perOption: null, ownTeam: false },
  jury: null,
  ...changes,
});
