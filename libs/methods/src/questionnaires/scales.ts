import type { Scale } from '@spolu/contracts/question-texts';

const NOT_AT_ALL = { sk: 'Vôbec nie', cs: 'Vůbec ne', en: 'Not at all', uk: 'Зовсім ні' };
const DEFINITELY = { sk: 'Určite áno', cs: 'Určitě ano', en: 'Definitely', uk: 'Обов’язково' };

/** The scales of the questionnaires, worded by us; the Ukrainian is a working translation. */
export const SCALES: Record<Scale['id'], Scale> = {
  agree5: {
    id: 'agree5',
    values: [
      { value: 1, label: { sk: 'Rozhodne nesúhlasím', cs: 'Rozhodně nesouhlasím', en: 'Strongly disagree', uk: 'Категорично не погоджуюся' } },
      { value: 2, label: { sk: 'Skôr nesúhlasím', cs: 'Spíše nesouhlasím', en: 'Rather disagree', uk: 'Радше не погоджуюся' } },
      { value: 3, label: { sk: 'Ani súhlasím, ani nesúhlasím', cs: 'Ani souhlasím, ani nesouhlasím', en: 'Neither agree nor disagree', uk: 'Ні погоджуюся, ні не погоджуюся' } },
      { value: 4, label: { sk: 'Skôr súhlasím', cs: 'Spíše souhlasím', en: 'Rather agree', uk: 'Радше погоджуюся' } },
      { value: 5, label: { sk: 'Rozhodne súhlasím', cs: 'Rozhodně souhlasím', en: 'Strongly agree', uk: 'Повністю погоджуюся' } },
    ],
    optOut: { sk: 'Neviem posúdiť', cs: 'Nedokážu posoudit', en: 'I can’t say', uk: 'Не можу оцінити' },
  },
  satisfaction5: {
    id: 'satisfaction5',
    values: [
      { value: 1, label: { sk: 'Veľmi nespokojný/á', cs: 'Velmi nespokojený/á', en: 'Very dissatisfied', uk: 'Дуже незадоволений/а' } },
      { value: 2, label: { sk: 'Skôr nespokojný/á', cs: 'Spíše nespokojený/á', en: 'Rather dissatisfied', uk: 'Радше незадоволений/а' } },
      { value: 3, label: { sk: 'Ani spokojný/á, ani nespokojný/á', cs: 'Ani spokojený/á, ani nespokojený/á', en: 'Neither', uk: 'Ні задоволений/а, ні незадоволений/а' } },
      { value: 4, label: { sk: 'Skôr spokojný/á', cs: 'Spíše spokojený/á', en: 'Rather satisfied', uk: 'Радше задоволений/а' } },
      { value: 5, label: { sk: 'Veľmi spokojný/á', cs: 'Velmi spokojený/á', en: 'Very satisfied', uk: 'Дуже задоволений/а' } },
    ],
    optOut: { sk: 'Nemám skúsenosť', cs: 'Nemám zkušenost', en: 'I have no experience', uk: 'Не маю досвіду' },
  },
  'yes-no': {
    id: 'yes-no',
    values: [
      { value: 'yes', label: { sk: 'Áno', cs: 'Ano', en: 'Yes', uk: 'Так' } },
      { value: 'no', label: { sk: 'Nie', cs: 'Ne', en: 'No', uk: 'Ні' } },
      { value: 'partly', label: { sk: 'Čiastočne', cs: 'Částečně', en: 'Partly', uk: 'Частково' } },
    ],
    optOut: { sk: 'Neviem posúdiť', cs: 'Nedokážu posoudit', en: 'I can’t say', uk: 'Не можу оцінити' },
  },
  recommend10: {
    id: 'recommend10',
    values: Array.from({ length: 11 }, (_, value) => ({ value, label: value === 0 ? NOT_AT_ALL : value === 10 ? DEFINITELY : {} })),
    optOut: null,
  },
};
