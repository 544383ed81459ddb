import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Mriežka vplyvu a dopadu',
  frames: [
    'Zoznam aktérov',
    'Mriežka: vplyv a dopad',
    'Chýbajúce hlasy',
    'Koho pozvať',
  ],
} satisfies BoardTemplateText;
