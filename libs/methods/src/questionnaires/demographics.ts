import type { Demographic } from '@spolu/contracts/question-texts';

/**
 * What somebody may say of herself beside a survey that allows it; the Ukrainian is a working translation. The part of the city is not asked: the product has
 * no list of parts to choose from.
 */
export const DEMOGRAPHICS: readonly Demographic[] = [
  {
    id: 'dm1', texts: { sk: 'Za ktorú skupinu ste tu?', cs: 'Za kterou skupinu jste tady?', en: 'Which group do you belong to here?', uk: 'За яку групу ви тут?' },
    options: [
      { value: 'public', label: { sk: 'verejný', cs: 'veřejný', en: 'public', uk: 'публічний' } },
      { value: 'business', label: { sk: 'súkromný', cs: 'soukromý', en: 'business', uk: 'приватний' } },
      { value: 'ngo', label: { sk: 'neziskový', cs: 'neziskový', en: 'non-profit', uk: 'неприбутковий' } },
      { value: 'academia', label: { sk: 'akademický', cs: 'akademický', en: 'academia', uk: 'академічний' } },
      { value: 'residents', label: { sk: 'obyvatelia', cs: 'obyvatelé', en: 'residents', uk: 'мешканці' } },
    ],
  },
  {
    id: 'dm2', texts: { sk: 'Veková skupina', cs: 'Věková skupina', en: 'Age group', uk: 'Вікова група' },
    options: [
      { value: '16-17', label: { sk: '16 – 17', cs: '16–17', en: '16–17', uk: '16–17' } },
      { value: '18-29', label: { sk: '18 – 29', cs: '18–29', en: '18–29', uk: '18–29' } },
      { value: '30-44', label: { sk: '30 – 44', cs: '30–44', en: '30–44', uk: '30–44' } },
      { value: '45-59', label: { sk: '45 – 59', cs: '45–59', en: '45–59', uk: '45–59' } },
      { value: '60+', label: { sk: '60 a viac', cs: '60 a více', en: '60 and over', uk: '60 і більше' } },
      { value: 'na', label: { sk: 'nechcem uviesť', cs: 'nechci uvést', en: 'prefer not to say', uk: 'не хочу вказувати' } },
    ],
  },
  {
    id: 'dm3', texts: { sk: 'Pohlavie', cs: 'Pohlaví', en: 'Gender', uk: 'Стать' },
    options: [
      { value: 'f', label: { sk: 'žena', cs: 'žena', en: 'woman', uk: 'жінка' } },
      { value: 'm', label: { sk: 'muž', cs: 'muž', en: 'man', uk: 'чоловік' } },
      { value: 'o', label: { sk: 'iné / vlastný opis', cs: 'jiné / vlastní popis', en: 'other / self-described', uk: 'інше / власний опис' } },
      { value: 'na', label: { sk: 'nechcem uviesť', cs: 'nechci uvést', en: 'prefer not to say', uk: 'не хочу вказувати' } },
    ],
  },
  {
    id: 'dm4', texts: { sk: 'Ste na takom stretnutí prvýkrát?', cs: 'Jste na takovém setkání poprvé?', en: 'Is this your first time at such a meeting?', uk: 'Ви на такій зустрічі вперше?' },
    options: [
      { value: 'yes', label: { sk: 'Áno', cs: 'Ano', en: 'Yes', uk: 'Так' } },
      { value: 'no', label: { sk: 'Nie', cs: 'Ne', en: 'No', uk: 'Ні' } },
    ],
  },
];
