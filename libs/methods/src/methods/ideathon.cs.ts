import type { MethodText } from '../method-content.ts';

export default {
  name: 'Ideathon',
  purpose: 'Spojit na jeden den smíšené týmy, které navrhnou řešení výzev města.',
  materials: 'Zadání výzev s údaji, stoly pro týmy po čtyřech až sedmi, mentoři, porota, zveřejněná kritéria',
  output: 'Plátno, prezentace a hodnocení za každý tým',
  notFor: 'Případy, kdy město nemá rozpočet, odpovědnou osobu ani úmysl v žádném nápadu pokračovat.',
  steps: [
    { title: 'Zahájení', instruction: 'Zahájení: výzvy, údaje, pravidla, kritéria a co město s výsledky udělá.' },
    { title: 'Vznik týmů', instruction: 'Tvorba týmů kolem výzev; smíchejte obyvatele, odborníky a úředníky.' },
    { title: 'Pochopit problém', instruction: 'Pochopení problému: koho se týká, důkazy, předchozí pokusy.' },
    { title: 'Vymýšlet nápady', instruction: 'Tvorba nápadů a výběr jednoho.' },
    { title: 'Oběd', instruction: 'Oběd a neformální setkání týmů.' },
    { title: 'Mentoři', instruction: 'Kola s mentory: po patnácti minutách se čtyřmi mentory.' },
    { title: 'Týmové plátno', instruction: 'Vyplnění plátna: jak to funguje, náklady, odpovědní, první krok do třiceti dnů.' },
    { title: 'Příprava prezentace', instruction: 'Příprava tříminutové prezentace.' },
    { title: 'Prezentace', instruction: 'Prezentace s krátkými otázkami.' },
    { title: 'Porota a hlas publika', instruction: 'Porota boduje podle zveřejněných kritérií; publikum hlasuje zvlášť.' },
    { title: 'Výsledky', instruction: 'Výsledky, zpětná vazba pro každý tým a termín odpovědi města.' },
  ],
} satisfies MethodText;
