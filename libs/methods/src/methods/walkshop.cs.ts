import type { MethodText } from '../method-content.ts';

export default {
  name: 'Participativní procházka',
  purpose: 'Společně si prohlédnout místo a zapsat, co mapa neukáže.',
  materials: 'Trasa se zastávkami, telefony nebo papírové karty, fotoaparát, voda, bezbariérová trasa',
  output: 'Karty a fotografie přiřazené k místům',
  notFor: 'Špatné počasí bez náhradního plánu; trasy, které část účastníků nezvládne.',
  steps: [
    { title: 'Setkání před cestou', instruction: 'Setkání, vysvětlení trasy, úloh a bezpečnosti.' },
    { title: 'Procházka', instruction: 'Projděte asi sedm zastávek; na každé se potichu rozhlédněte, promluvte si a pošlete kartu s fotografií.' },
    { title: 'Seskupit, co jsme viděli', instruction: 'Vyhodnocení u stolu: seskupte karty podle zastávek a témat.' },
    { title: 'Co půjde do zprávy', instruction: 'Dohodněte se, co půjde do zprávy.' },
  ],
} satisfies MethodText;
