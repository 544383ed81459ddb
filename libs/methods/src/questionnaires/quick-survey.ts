import type { Questionnaire } from '@spolu/contracts/question-texts';

/** What is asked after a short session instead of the long survey. The Ukrainian is a working translation. */
export const quickSurvey: Questionnaire = {
  id: 'pulse',
  minutes: 1,
  title: { sk: 'Rýchla spätná väzba', cs: 'Rychlá zpětná vazba', en: 'Quick feedback', uk: 'Короткий відгук' },
  intro: { sk: 'Tri krátke otázky.', cs: 'Tři krátké otázky.', en: 'Three short questions.', uk: 'Три короткі запитання.' },
  questions: [
    { id: 'pu1', type: 'agree5', dimension: 'deliberation', texts: { sk: 'Mohol/mohla som povedať, čo som chcel/a.', cs: 'Mohl/a jsem říct, co jsem chtěl/a.', en: 'I could say what I wanted.', uk: 'У мене була змога сказати те, що хотілося.' } },
    { id: 'pu2', type: 'agree5', dimension: 'impact', texts: { sk: 'Viem, čo bude nasledovať.', cs: 'Vím, co bude následovat.', en: 'I know what happens next.', uk: 'Я знаю, що буде далі.' } },
    { id: 'pu3', type: 'recommend10', dimension: 'overall', texts: { sk: 'Prišli by ste znova?', cs: 'Přišel/přišla byste znovu?', en: 'Would you come again?', uk: 'Чи прийшли б ви знову?' } },
  ],
};
