import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Vnitřní a vnější kruh',
  frames: [
    'Pořadí řečníků',
    'Klíčové výroky',
    'Otázky z vnějšího kruhu',
    'Shody a rozdíly',
  ],
} satisfies BoardTemplateText;
