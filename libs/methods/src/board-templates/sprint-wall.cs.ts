import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Stěna sprintu',
  frames: [
    'Dlouhodobý cíl a otázky',
    'Mapa',
    'Náčrty (beze jména)',
    'Teplotní mapa',
    'Scénář',
    'Poznámky z testu',
  ],
} satisfies BoardTemplateText;
