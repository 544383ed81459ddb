import type { Texts } from '@spolu/contracts/question-texts';

/** The closing questions of a session as they are proposed: statements one agrees with in five steps. The facilitator changes them as she likes. */
export const PULSE_STATEMENTS: readonly Texts[] = [
  { sk: 'Mohol/mohla som povedať, čo som chcel/a.', cs: 'Mohl/a jsem říct, co jsem chtěl/a.', en: 'I could say what I wanted.', uk: 'У мене була змога сказати те, що хотілося.' },
  { sk: 'Viem, čo bude nasledovať.', cs: 'Vím, co bude následovat.', en: 'I know what happens next.', uk: 'Я знаю, що буде далі.' },
  { sk: 'Na ďalšie stretnutie by som prišiel/prišla znova.', cs: 'Na další setkání bych přišel/přišla znovu.', en: 'I would come to another session.', uk: 'На наступну зустріч я б прийшов/прийшла знову.' },
];
