import type { MethodText } from '../method-content.ts';

export default {
  name: 'Participatívna prechádzka',
  purpose: 'Spoločne si pozrieť miesto a zapísať, čo mapa neukáže.',
  materials: 'Trasa so zastávkami, telefóny alebo papierové karty, fotoaparát, voda, bezbariérová trasa',
  output: 'Karty a fotografie priradené k miestam',
  notFor: 'Zlé počasie bez náhradného plánu; trasy, ktoré časť účastníkov nezvládne.',
  steps: [
    { title: 'Stretnutie pred cestou', instruction: 'Stretnutie, vysvetlenie trasy, úloh a bezpečnosti.' },
    { title: 'Prechádzka', instruction: 'Prejdite asi sedem zastávok; na každej sa potichu rozhliadnite, porozprávajte sa a pošlite kartu s fotografiou.' },
    { title: 'Zoskupiť, čo sme videli', instruction: 'Vyhodnotenie pri stole: zoskupte karty podľa zastávok a tém.' },
    { title: 'Čo pôjde do správy', instruction: 'Dohodnite sa, čo pôjde do správy.' },
  ],
} satisfies MethodText;
