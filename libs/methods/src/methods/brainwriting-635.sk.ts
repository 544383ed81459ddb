import type { MethodText } from '../method-content.ts';

export default {
  name: 'Brainwriting 6-3-5',
  purpose: 'V tichosti vytvoriť veľa nápadov bez toho, aby viedli tí najhlasnejší.',
  materials: 'Hárok so šiestimi riadkami a tromi stĺpcami pre každého alebo digitálny hárok, ktorý sa posúva sám',
  output: 'Až 108 surových nápadov zo šesťčlennej skupiny',
  notFor: 'Ľudia, ktorým sa ťažko píše; dajte im zapisovateľa alebo zvoľte hovorenú metódu.',
  steps: [
    { title: 'Otázka a skupiny', instruction: 'Vysvetlite otázku a usaďte ľudí po šesť.' },
    { title: 'Šesť kôl písania', instruction: 'Šesť kôl po päť minút: napíšte tri nápady, posuňte hárok a rozviňte, čo ste prečítali.' },
    { title: 'Nápady, ktoré si necháme', instruction: 'Prečítajte hárky a označte nápady, ktoré treba zachovať.' },
  ],
} satisfies MethodText;
