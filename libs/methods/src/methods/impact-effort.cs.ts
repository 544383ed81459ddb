import type { MethodText } from '../method-content.ts';

export default {
  name: 'Matice přínos – náročnost',
  purpose: 'Vybrat, co udělat nejdřív, porovnáním očekávaného přínosu a náročnosti.',
  materials: 'Matice 2 × 2, užší výběr nápadů, někdo, kdo zná náklady',
  output: 'Seřazený seznam s odůvodněním',
  notFor: 'Skupiny bez člověka, který umí odhadnout náklady; otázky práv nebo bezpečnosti, které nemají záviset na pohodlí.',
  steps: [
    { title: 'Co znamená přínos a náročnost', instruction: 'Dohodněte se, co tu znamená přínos a náročnost a pro koho.' },
    { title: 'Odhad každého zvlášť', instruction: 'Každý odhadne obě hodnoty sám.' },
    { title: 'Umístit do matice', instruction: 'Umístěte nápady podle mediánu a mluvte tam, kde je velký rozptyl.' },
    { title: 'Zvolit pořadí', instruction: 'Vyberte rychlé úspěchy, naplánujte velké projekty a ostatní s odůvodněním vyřaďte.' },
  ],
} satisfies MethodText;
