import type { MethodText } from '../method-content.ts';

export default {
  name: 'Dílna budoucnosti',
  purpose: 'Přejít od kritiky přes volnou vizi k praktickým krokům.',
  materials: 'Tři stěny, kreslicí potřeby, přestávka uprostřed',
  output: 'Vize a plán kdo, co a dokdy',
  notFor: 'Krátká večerní setkání; témata, kde město nemůže slíbit nic z realizace.',
  steps: [
    { title: 'Téma, pravidla, fáze', instruction: 'Představte téma, pravidla a tři fáze.' },
    { title: 'Kritika', instruction: 'Kritika: sesbírejte, co překáží, seskupte to a vyberte hlavní body.' },
    { title: 'Vize', instruction: 'Vize: obraťte kritiku a navrhněte ideální stav bez ohledu na překážky.' },
    { title: 'Uskutečnění', instruction: 'Uskutečnění: ověřte, co se dá udělat, kdo to udělá a jaký je první krok.' },
    { title: 'Závazky', instruction: 'Uzavřete závazky a datem jejich kontroly.' },
  ],
} satisfies MethodText;
