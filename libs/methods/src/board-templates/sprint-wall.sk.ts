import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Stena šprintu',
  frames: [
    'Dlhodobý cieľ a otázky',
    'Mapa',
    'Náčrty (bez mena)',
    'Tepelná mapa',
    'Scenár',
    'Poznámky z testu',
  ],
} satisfies BoardTemplateText;
