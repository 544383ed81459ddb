import type { MethodText } from '../method-content.ts';

export default {
  name: 'Občianska porota',
  purpose: 'Nechať vyváženú skupinu obyvateľov preštudovať podklady a dať mestu odôvodnené odporúčanie.',
  materials: 'Výber žrebom, nezávislá facilitácia, odborníci z viacerých strán, dva dni alebo viac',
  output: 'Odôvodnené odporúčania s menšinovými názormi',
  notFor: 'Drobné alebo súrne veci alebo zastupiteľstvo, ktoré nemieni odpovedať.',
  steps: [
    'Predstavte otázku, pravidlá a seba navzájom.',
    'Vypočujte podklady z rôznych strán.',
    'Pýtajte sa odborníkov a vyžiadajte chýbajúce údaje.',
    'Rokujte v malých skupinách a v pléne.',
    'Napíšte odporúčania s dôvodmi a menšinovými názormi.',
    'Odovzdajte mestu a určte termín jeho odpovede.',
  ],
} satisfies MethodText;
