import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Rozhodování konsentem',
} satisfies PartialMethodText;
