import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Dialogue notes',
  frames: [
    'Agreed rules',
    'What matters to people',
    'Shared ground',
    'Open differences',
  ],
} satisfies BoardTemplateText;
