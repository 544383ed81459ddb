import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Občanská porota',
} satisfies PartialMethodText;
