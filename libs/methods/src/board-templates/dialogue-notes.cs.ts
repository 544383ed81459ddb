import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Zápis z dialogu',
  frames: [
    'Dohodnutá pravidla',
    'Na čem lidem záleží',
    'Společný základ',
    'Otevřené rozdíly',
  ],
} satisfies BoardTemplateText;
