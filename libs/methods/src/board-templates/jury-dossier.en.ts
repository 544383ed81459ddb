import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: "Citizens' jury dossier",
  frames: [
    'Charge',
    'Evidence',
    'Questions to witnesses',
    'Arguments',
    'Recommendations',
    "City's answer",
  ],
} satisfies BoardTemplateText;
