import type { MethodText } from '../method-content.ts';

export default {
  name: 'Svetová kaviareň',
  purpose: 'Umožniť veľkej skupine premýšľať spolu v malých rozhovoroch, ktoré na seba nadväzujú.',
  materials: 'Okrúhle stoly pre štyroch až piatich ľudí, papierové obrusy, perá, jedno zariadenie na stôl',
  output: 'Zápisy zo stolov a zoznam spoločných zistení',
  notFor: 'Otázky s vopred danou odpoveďou alebo záväzné hlasovanie; menej ako dvanásť ľudí.',
  steps: [
    { title: 'Vitajte v kaviarni', instruction: 'Privítajte ľudí, vysvetlite kolá a predstavte hostiteľov stolov.' },
    { title: '1. kolo: prvá otázka', instruction: '1. kolo: rozhovor o prvej otázke a zápis na obrus.' },
    { title: '2. kolo: iný stôl', instruction: '2. kolo: všetci okrem hostiteľa sa presunú; hostiteľ zhrnie doterajší rozhovor.' },
    { title: '3. kolo: súvislosti medzi stolmi', instruction: '3. kolo: znova sa presuňte a hľadajte súvislosti medzi stolmi.' },
    { title: 'Zber výsledkov', instruction: 'Zber: hostitelia referujú, plénum pomenuje opakujúce sa vzorce a otvorené otázky.' },
  ],
} satisfies MethodText;
