import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Mapa aktérů',
} satisfies PartialMethodText;
