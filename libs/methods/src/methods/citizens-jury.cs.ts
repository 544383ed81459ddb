import type { MethodText } from '../method-content.ts';

export default {
  name: 'Občanská porota',
  purpose: 'Nechat vyváženou skupinu obyvatel prostudovat podklady a dát městu odůvodněné doporučení.',
  materials: 'Výběr losem, nezávislá facilitace, odborníci z více stran, dva dny nebo víc',
  output: 'Odůvodněná doporučení s menšinovými názory',
  notFor: 'Drobné nebo naléhavé věci nebo zastupitelstvo, které nehodlá odpovědět.',
  steps: [
    { title: 'Otázka pro porotu', instruction: 'Představte otázku, pravidla a sebe navzájem.' },
    { title: 'Podklady', instruction: 'Vyslechněte podklady z různých stran.' },
    { title: 'Odborníci odpovídají', instruction: 'Ptejte se odborníků a vyžádejte si chybějící údaje.' },
    { title: 'Jednání', instruction: 'Jednejte v malých skupinách a v plénu.' },
    { title: 'Doporučení', instruction: 'Napište doporučení s důvody a menšinovými názory.' },
    { title: 'Předání městu', instruction: 'Předejte městu a určete termín jeho odpovědi.' },
  ],
} satisfies MethodText;
