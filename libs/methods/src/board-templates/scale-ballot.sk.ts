import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Lístok so škálou',
  frames: [
    'Znenie návrhu',
    'Škála',
    'Výhrady',
    'Upravený návrh',
  ],
} satisfies BoardTemplateText;
