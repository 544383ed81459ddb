import type { MethodText } from '../method-content.ts';

export default {
  name: 'Ideathon',
  purpose: 'Spojiť na jeden deň zmiešané tímy, ktoré navrhnú riešenia výziev mesta.',
  materials: 'Zadania výziev s údajmi, stoly pre tímy po štyroch až siedmich, mentori, porota, zverejnené kritériá',
  output: 'Plátno, prezentácia a hodnotenie za každý tím',
  notFor: 'Prípady, keď mesto nemá rozpočet, zodpovednú osobu ani úmysel v žiadnom nápade pokračovať.',
  steps: [
    'Otvorenie: výzvy, údaje, pravidlá, kritériá a čo mesto s výsledkami urobí.',
    'Tvorba tímov okolo výziev; zmiešajte obyvateľov, odborníkov a úradníkov.',
    'Pochopenie problému: koho sa týka, dôkazy, predošlé pokusy.',
    'Tvorba nápadov a výber jedného.',
    'Obed a neformálne stretnutie tímov.',
    'Kolá s mentormi: po pätnásť minút so štyrmi mentormi.',
    'Vyplnenie plátna: ako to funguje, náklady, zodpovední, prvý krok do tridsiatich dní.',
    'Príprava trojminútovej prezentácie.',
    'Prezentácie s krátkymi otázkami.',
    'Porota boduje podľa zverejnených kritérií; publikum hlasuje zvlášť.',
    'Výsledky, spätná väzba pre každý tím a termín odpovede mesta.',
  ],
} satisfies MethodText;
