import type { MethodText } from '../method-content.ts';

export default {
  name: 'Obrácený brainstorming (TRIZ)',
  purpose: 'S humorem pojmenovat, čím si přivoláváme nejhorší výsledek, a tak uvolnit místo změně.',
  materials: 'Stěna se třemi sloupci',
  output: 'Seznam věcí, se kterými přestat, a první kroky',
  notFor: 'Skupiny v otevřeném konfliktu, kde by žerty zraňovaly.',
  steps: [
    { title: 'Opak cíle', instruction: 'Zadejte opak cíle jako úkol.' },
    { title: 'Jak zaručeně selhat', instruction: 'Vypište vše, co by zaručilo špatný výsledek.' },
    { title: 'Co z toho dnes děláme', instruction: 'Upřímně porovnejte: co z toho dnes v nějaké podobě děláme?' },
    { title: 'S čím přestaneme', instruction: 'Vyberte, s čím přestat, a ke každému první krok.' },
  ],
} satisfies MethodText;
