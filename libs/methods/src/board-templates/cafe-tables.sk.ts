import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Kaviarenské stoly',
  frames: [
    'Rámec pre každý stôl',
    'Poznámky hostiteľa stola',
    'Zber výsledkov',
  ],
} satisfies BoardTemplateText;
