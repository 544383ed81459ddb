import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Reflexia v troch krokoch',
  frames: [
    'Čo sa stalo',
    'No a čo',
    'Čo teraz',
  ],
} satisfies BoardTemplateText;
