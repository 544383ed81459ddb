import type { MethodText } from '../method-content.ts';

export default {
  name: 'Bodové hlasování',
  purpose: 'Rychle zjistit, které z omezeného počtu možností skupinu nejvíc oslovují.',
  materials: 'Nejvýše asi dvanáct odlišných možností, počet hlasů přibližně čtvrtina možností, skryté hlasování',
  output: 'Užší výběr s počty a použitými pravidly',
  notFor: 'Konečná rozhodnutí, mnoho podobných možností, které tříští hlasy, nebo viditelné nálepky, při nichž se lidé přidají k většině.',
  steps: [
    { title: 'Otázka a kritérium', instruction: 'Připomeňte otázku, kritérium a počet hlasů.' },
    { title: 'Přečíst možnosti', instruction: 'V tichosti si přečtěte všechny možnosti a promyslete hlasy.' },
    { title: 'Hlasovat', instruction: 'Hlasujte naráz; výsledek zůstává skrytý do konce.' },
    { title: 'Výsledek', instruction: 'Ukažte výsledek a před závěry mluvte o tom, co překvapilo.' },
  ],
} satisfies MethodText;
