import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Oceňující rozhovory',
} satisfies PartialMethodText;
