import type { AssessmentState, Feasibility } from '@spolu/contracts/assessment';
import type { Language } from '@spolu/contracts/common';

interface SheetWords {
  sheet: string;
  columns: Record<'id' | 'revision' | 'idea' | 'organisation' | 'dueOn' | 'state' | 'feasibility' | 'cost' | 'costNote' | 'internalNote' | 'publicAnswer', string>;
  /** How to fill in a must. */
  met: string;
  states: Record<AssessmentState, string>;
  feasibilities: Record<Feasibility, string>;
}

export const SHEET_WORDS: Record<Language, SheetWords> = {
  sk: {
    sheet: 'Odborné posúdenia',
    columns: {
      id: 'Číslo posúdenia', revision: 'Verzia', idea: 'Nápad', organisation: 'Útvar', dueOn: 'Termín', state: 'Stav', feasibility: 'Uskutočniteľnosť', cost: 'Odhad nákladov v eurách',
      costNote: 'Poznámka k nákladom', internalNote: 'Interná poznámka', publicAnswer: 'Odpoveď verejnosti',
    },
    met: '1 spĺňa, 0 nespĺňa',
    states: { asked: 'požiadané', begun: 'rozpísané', given: 'odovzdané', published: 'zverejnené' },
    feasibilities: { feasible: 'uskutočniteľné', 'with-changes': 'uskutočniteľné so zmenami', 'not-feasible': 'neuskutočniteľné' },
  },
  cs: {
    sheet: 'Odborná posouzení',
    columns: {
      id: 'Číslo posouzení', revision: 'Verze', idea: 'Nápad', organisation: 'Odbor', dueOn: 'Termín', state: 'Stav', feasibility: 'Proveditelnost', cost: 'Odhad nákladů v eurech',
      costNote: 'Poznámka k nákladům', internalNote: 'Interní poznámka', publicAnswer: 'Odpověď veřejnosti',
    },
    met: '1 splňuje, 0 nesplňuje',
    states: { asked: 'požádáno', begun: 'rozepsané', given: 'odevzdané', published: 'zveřejněné' },
    feasibilities: { feasible: 'proveditelné', 'with-changes': 'proveditelné se změnami', 'not-feasible': 'neproveditelné' },
  },
  en: {
    sheet: 'Assessments',
    columns: {
      id: 'Assessment id', revision: 'Version', idea: 'Idea', organisation: 'Department', dueOn: 'Due', state: 'State', feasibility: 'Feasibility', cost: 'Estimated cost in euros',
      costNote: 'Note on the cost', internalNote: 'Internal note', publicAnswer: 'Public answer',
    },
    met: '1 met, 0 not met',
    states: { asked: 'asked', begun: 'begun', given: 'given', published: 'published' },
    feasibilities: { feasible: 'feasible', 'with-changes': 'feasible with changes', 'not-feasible': 'not feasible' },
  },
  uk: {
    sheet: 'Експертні оцінки',
    columns: {
      id: 'Номер оцінки', revision: 'Версія', idea: 'Ідея', organisation: 'Підрозділ', dueOn: 'Термін', state: 'Стан', feasibility: 'Здійсненність', cost: 'Орієнтовна вартість у євро',
      costNote: 'Примітка до вартості', internalNote: 'Внутрішня примітка', publicAnswer: 'Відповідь громадськості',
    },
    met: '1 виконано, 0 не виконано',
    states: { asked: 'запитано', begun: 'розпочато', given: 'подано', published: 'оприлюднено' },
    feasibilities: { feasible: 'здійсненно', 'with-changes': 'здійсненно зі змінами', 'not-feasible': 'нездійсненно' },
  },
};
