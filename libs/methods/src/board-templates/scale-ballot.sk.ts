import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Lístok so škálou',
  frames: [
    'Znenie návrhu',
    'Škála',
    'Výhrady',
    'Upravený návrh',
  ],
  divided: {
    'scale': {
      columns: [],
      rows: ['plne súhlasím', 'súhlasím s výhradou', 'je mi to jedno', 'radšej nie', 'nesúhlasím'],
      hint: 'Položte lístok do riadka, ktorý hovorí za vás.',
    },
  },
} satisfies BoardTemplateText;
