import type { MethodText } from '../method-content.ts';

export default {
  name: 'Pocitová mapa',
  purpose: 'Zistiť, kde sa ľudia v meste cítia dobre, kde sa necítia bezpečne a kde chcú zmenu.',
  materials: 'Veľká mapa alebo mapová nástenka, farebné špendlíky, krátke otázky, pomocník pri mape',
  output: 'Miesta s počtami, dôvodmi a zhlukmi',
  notFor: 'Štatistické závery o celom meste z odpovedí ľudí, ktorí sa zapojili sami od seba; označovanie súkromných obydlí.',
  steps: [
    { title: 'Čo znamenajú špendlíky', instruction: 'Vysvetlite otázky a farbu jednotlivých špendlíkov.' },
    { title: 'Umiestnite špendlíky', instruction: 'Ľudia umiestňujú špendlíky; pomocník ich umiestni za tých, ktorí o to požiadajú.' },
    { title: 'Dôvod k špendlíku', instruction: 'K najdôležitejšiemu špendlíku doplňte krátky dôvod.' },
    { title: 'Pozrieť sa na zhluky', instruction: 'Spoločne si pozrite zhluky a overte, čí hlas chýba.' },
    { title: 'Zistenia podľa miest', instruction: 'Zhrňte zistenia po jednotlivých miestach a povedzte, čo bude nasledovať.' },
  ],
} satisfies MethodText;
