import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Reflexe ve třech krocích',
  frames: [
    'Co se stalo',
    'No a co',
    'Co teď',
  ],
} satisfies BoardTemplateText;
