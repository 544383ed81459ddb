import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Trh tém',
  frames: [
    'Témy',
    'Mriežka čas a miesto',
    'Zápisy zo skupín',
    'Ďalšie kroky',
  ],
} satisfies BoardTemplateText;
