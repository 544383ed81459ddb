import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Mriežka vplyvu a dopadu',
  frames: [
    'Zoznam aktérov',
    'Mriežka: vplyv a dopad',
    'Chýbajúce hlasy',
    'Koho pozvať',
  ],
  divided: {
    'grid': {
      columns: ['malý dopad na nich', 'veľký dopad na nich'],
      rows: ['veľký vplyv', 'malý vplyv'],
      hint: 'Kto o veci rozhoduje a koho sa dotkne? Každý aktér má jedno miesto.',
    },
  },
} satisfies BoardTemplateText;
