import type { MethodText } from '../method-content.ts';

export default {
  name: 'World Café',
  purpose: 'Umožnit velké skupině přemýšlet společně v malých rozhovorech, které na sebe navazují.',
  materials: 'Kulaté stoly pro čtyři až pět lidí, papírové ubrusy, pera, jedno zařízení na stůl',
  output: 'Zápisy ze stolů a seznam společných zjištění',
  notFor: 'Otázky s předem danou odpovědí nebo závazné hlasování; méně než dvanáct lidí.',
  steps: [
    { title: 'Vítejte v kavárně', instruction: 'Přivítejte lidi, vysvětlete kola a představte hostitele stolů.' },
    { title: '1. kolo: první otázka', instruction: '1. kolo: rozhovor o první otázce a zápis na ubrus.' },
    { title: '2. kolo: jiný stůl', instruction: '2. kolo: všichni kromě hostitele se přesunou; hostitel shrne dosavadní rozhovor.' },
    { title: '3. kolo: souvislosti mezi stoly', instruction: '3. kolo: znovu se přesuňte a hledejte souvislosti mezi stoly.' },
    { title: 'Sběr výsledků', instruction: 'Sběr: hostitelé referují, plénum pojmenuje opakující se vzorce a otevřené otázky.' },
  ],
} satisfies MethodText;
