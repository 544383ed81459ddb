import type { JuryCriterion } from '@spolu/contracts/activities/ideathon-jury';
import type { Language } from '@spolu/contracts/common';

const criterion = (title: string, weight: number, ...anchors: string[]): JuryCriterion => ({ title, weight, anchors });

/** What juries of cities mostly look at, from 0 to 4. They become content of the session, so they are in the language in which it is prepared. */
export const USUAL_CRITERIA: Record<Language, JuryCriterion[]> = {
  sk: [
    criterion('Rieši skutočný problém', 30, 'nevidno, komu chýba', 'problém je len tušený', 'problém je opísaný', 'vidno, koho sa týka', 'problém je doložený'),
    criterion('Prínos pre mesto', 25, 'žiadny', 'pre pár ľudí', 'pre štvrť', 'pre väčšinu mesta', 'trvalý a pre všetkých'),
    criterion('Dá sa to urobiť', 20, 'nedá', 'veľa neznámych', 'do pár rokov', 'do roka', 'prvý krok do mesiaca'),
    criterion('Nový pohľad', 15, 'už to tu je', 'malá úprava', 'inde to funguje', 'nové v našom meste', 'nečakané a presvedčivé'),
    criterion('Zapája ľudí', 10, 'nikoho', 'len informuje', 'pýta sa', 'ľudia spolupracujú', 'ľudia to nesú sami'),
  ],
  cs: [
    criterion('Řeší skutečný problém', 30, 'není vidět, komu chybí', 'problém je jen tušený', 'problém je popsaný', 'je vidět, koho se týká', 'problém je doložený'),
    criterion('Přínos pro město', 25, 'žádný', 'pro pár lidí', 'pro čtvrť', 'pro většinu města', 'trvalý a pro všechny'),
    criterion('Dá se to udělat', 20, 'nedá', 'mnoho neznámých', 'do několika let', 'do roka', 'první krok do měsíce'),
    criterion('Nový pohled', 15, 'už to tu je', 'malá úprava', 'jinde to funguje', 'nové v našem městě', 'nečekané a přesvědčivé'),
    criterion('Zapojuje lidi', 10, 'nikoho', 'jen informuje', 'ptá se', 'lidé spolupracují', 'lidé to nesou sami'),
  ],
  en: [
    criterion('Solves a real problem', 30, 'unclear who needs it', 'the problem is guessed', 'the problem is described', 'it is clear whom it concerns', 'the problem is proven'),
    criterion('Worth to the city', 25, 'none', 'to a few people', 'to a neighbourhood', 'to most of the city', 'lasting, and to everybody'),
    criterion('Can be done', 20, 'it can’t', 'many unknowns', 'within a few years', 'within a year', 'first step within a month'),
    criterion('A new view', 15, 'it is here already', 'a small change', 'works elsewhere', 'new in our city', 'unexpected and convincing'),
    criterion('Involves people', 10, 'nobody', 'only informs', 'asks them', 'people work together', 'people carry it themselves'),
  ],
  uk: [
    criterion('Розв’язує справжню проблему', 30, 'незрозуміло, кому це треба', 'проблему лише припущено', 'проблему описано', 'видно, кого стосується', 'проблему доведено'),
    criterion('Користь для міста', 25, 'жодної', 'для кількох людей', 'для району', 'для більшості міста', 'тривала і для всіх'),
    criterion('Можна зробити', 20, 'не можна', 'багато невідомого', 'за кілька років', 'за рік', 'перший крок за місяць'),
    criterion('Новий погляд', 15, 'це вже є', 'невелика зміна', 'працює деінде', 'нове для нашого міста', 'несподіване й переконливе'),
    criterion('Залучає людей', 10, 'нікого', 'лише інформує', 'запитує', 'люди співпрацюють', 'люди ведуть це самі'),
  ],
};
