import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'World Café',
} satisfies PartialMethodText;
