import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Metoda nominální skupiny',
} satisfies PartialMethodText;
