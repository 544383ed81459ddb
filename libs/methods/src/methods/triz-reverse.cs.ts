import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Obrácený brainstorming (TRIZ)',
} satisfies PartialMethodText;
