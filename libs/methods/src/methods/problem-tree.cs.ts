import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Strom problémů',
} satisfies PartialMethodText;
