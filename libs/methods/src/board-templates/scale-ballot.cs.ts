import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Lístek se škálou',
  frames: [
    'Znění návrhu',
    'Škála',
    'Výhrady',
    'Upravený návrh',
  ],
  divided: {
    'scale': {
      columns: [],
      rows: ['plně souhlasím', 'souhlasím s výhradou', 'je mi to jedno', 'raději ne', 'nesouhlasím'],
      hint: 'Položte lístek do řádku, který mluví za vás.',
    },
  },
} satisfies BoardTemplateText;
