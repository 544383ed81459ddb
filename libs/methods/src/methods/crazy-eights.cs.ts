import type { PartialMethodText } from '../method-content.ts';

export default {
  name: 'Osm náčrtů za osm minut',
} satisfies PartialMethodText;
