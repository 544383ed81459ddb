import type { MethodText } from '../method-content.ts';

export default {
  name: 'Matica prínos – náročnosť',
  purpose: 'Vybrať, čo urobiť najskôr, porovnaním očakávaného prínosu a náročnosti.',
  materials: 'Matica 2 × 2, užší výber nápadov, niekto, kto pozná náklady',
  output: 'Zoradený zoznam s odôvodnením',
  notFor: 'Skupiny bez človeka, ktorý vie odhadnúť náklady; otázky práv alebo bezpečnosti, ktoré nemajú závisieť od pohodlia.',
  steps: [
    { title: 'Čo znamená prínos a náročnosť', instruction: 'Dohodnite sa, čo tu znamená prínos a náročnosť a pre koho.' },
    { title: 'Odhad každého osobitne', instruction: 'Každý odhadne obe hodnoty sám.' },
    { title: 'Umiestniť do matice', instruction: 'Umiestnite nápady podľa mediánu a hovorte tam, kde je veľký rozptyl.' },
    { title: 'Zvoliť poradie', instruction: 'Vyberte rýchle úspechy, naplánujte veľké projekty a ostatné s odôvodnením vyraďte.' },
  ],
} satisfies MethodText;
