import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Hárok konsentu',
  frames: [
    'Návrh',
    'Otázky',
    'Reakcie',
    'Námietky',
    'Rozhodnutie a dátum vyhodnotenia',
  ],
} satisfies BoardTemplateText;
