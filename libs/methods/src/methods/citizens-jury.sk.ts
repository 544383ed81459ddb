import type { MethodText } from '../method-content.ts';

export default {
  name: 'Občianska porota',
  purpose: 'Nechať vyváženú skupinu obyvateľov preštudovať podklady a dať mestu odôvodnené odporúčanie.',
  materials: 'Výber žrebom, nezávislá facilitácia, odborníci z viacerých strán, dva dni alebo viac',
  output: 'Odôvodnené odporúčania s menšinovými názormi',
  notFor: 'Drobné alebo súrne veci alebo zastupiteľstvo, ktoré nemieni odpovedať.',
  steps: [
    { title: 'Otázka pre porotu', instruction: 'Predstavte otázku, pravidlá a seba navzájom.' },
    { title: 'Podklady', instruction: 'Vypočujte podklady z rôznych strán.' },
    { title: 'Odborníci odpovedajú', instruction: 'Pýtajte sa odborníkov a vyžiadajte chýbajúce údaje.' },
    { title: 'Rokovanie', instruction: 'Rokujte v malých skupinách a v pléne.' },
    { title: 'Odporúčania', instruction: 'Napíšte odporúčania s dôvodmi a menšinovými názormi.' },
    { title: 'Odovzdanie mestu', instruction: 'Odovzdajte mestu a určte termín jeho odpovede.' },
  ],
} satisfies MethodText;
