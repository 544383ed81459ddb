import type { MethodText } from '../method-content.ts';

export default {
  name: 'Ideathon',
  purpose: 'Spojiť na jeden deň zmiešané tímy, ktoré navrhnú riešenia výziev mesta.',
  materials: 'Zadania výziev s údajmi, stoly pre tímy po štyroch až siedmich, mentori, porota, zverejnené kritériá',
  output: 'Plátno, prezentácia a hodnotenie za každý tím',
  notFor: 'Prípady, keď mesto nemá rozpočet, zodpovednú osobu ani úmysel v žiadnom nápade pokračovať.',
  steps: [
    { title: 'Otvorenie', instruction: 'Otvorenie: výzvy, údaje, pravidlá, kritériá a čo mesto s výsledkami urobí.' },
    { title: 'Vznik tímov', instruction: 'Tvorba tímov okolo výziev; zmiešajte obyvateľov, odborníkov a úradníkov.' },
    { title: 'Pochopiť problém', instruction: 'Pochopenie problému: koho sa týka, dôkazy, predošlé pokusy.' },
    { title: 'Vymýšľať nápady', instruction: 'Tvorba nápadov a výber jedného.' },
    { title: 'Obed', instruction: 'Obed a neformálne stretnutie tímov.' },
    { title: 'Mentori', instruction: 'Kolá s mentormi: po pätnásť minút so štyrmi mentormi.' },
    { title: 'Tímové plátno', instruction: 'Vyplnenie plátna: ako to funguje, náklady, zodpovední, prvý krok do tridsiatich dní.' },
    { title: 'Príprava prezentácie', instruction: 'Príprava trojminútovej prezentácie.' },
    { title: 'Prezentácie', instruction: 'Prezentácie s krátkymi otázkami.' },
    { title: 'Porota a hlas publika', instruction: 'Porota boduje podľa zverejnených kritérií; publikum hlasuje zvlášť.' },
    { title: 'Výsledky', instruction: 'Výsledky, spätná väzba pre každý tím a termín odpovede mesta.' },
  ],
} satisfies MethodText;
