import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Lístek se škálou',
  frames: [
    'Znění návrhu',
    'Škála',
    'Výhrady',
    'Upravený návrh',
  ],
} satisfies BoardTemplateText;
