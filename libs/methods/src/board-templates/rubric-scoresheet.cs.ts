import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Hodnoticí arch',
  frames: [
    'Kritéria a váhy',
    'Individuální body (skryté)',
    'Rozptyl',
    'Vyjádření poroty',
  ],
} satisfies BoardTemplateText;
