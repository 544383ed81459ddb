import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Stěna příběhů',
  frames: [
    'Příběhy',
    'Co pomohlo uspět',
    'Jak v tom pokračovat',
  ],
} satisfies BoardTemplateText;
