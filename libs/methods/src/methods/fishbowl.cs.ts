import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Akvárium (fishbowl)',
} satisfies PartialMethodText;
