import type { Questionnaire } from '@spolu/contracts/question-texts';

/** What those are asked who learned to run sessions. The Ukrainian is a working translation. */
export const training: Questionnaire = {
  id: 'training',
  minutes: 2,
  title: { sk: 'Po vzdelávaní', cs: 'Po vzdělávání', en: 'After the training', uk: 'Після навчання' },
  intro: { sk: 'Pomáha nám plánovať ďalšie moduly.', cs: 'Pomáhá nám plánovat další moduly.', en: 'Helps us plan the next modules.', uk: 'Допомагає нам планувати наступні модулі.' },
  questions: [
    { id: 'tr1', type: 'agree5', dimension: 'training', texts: { sk: 'Naučené viem použiť vo svojej práci.', cs: 'Naučené umím použít ve své práci.', en: 'I can use what I learned in my work.', uk: 'Я зможу використати здобуті знання у своїй роботі.' } },
    { id: 'tr2', type: 'agree5', dimension: 'training', texts: { sk: 'Viem, kedy Spolupracovňu použiť a kedy nie.', cs: 'Vím, kdy Spolupracovnu použít a kdy ne.', en: 'I know when to use the co-creation space and when not.', uk: 'Я знаю, коли користуватися простором співтворення, а коли ні.' } },
    { id: 'tr3', type: 'agree5', dimension: 'training', texts: { sk: 'Cítim sa pripravený/á viesť jednoduché stretnutie.', cs: 'Cítím se připravený/á vést jednoduché setkání.', en: 'I feel ready to facilitate a simple session.', uk: 'Відчуваю готовність провести просту зустріч.' } },
    { id: 'tr4', type: 'text', dimension: 'training', texts: { sk: 'Čo si potrebujete viac precvičiť?', cs: 'Co si potřebujete víc procvičit?', en: 'What do you need to practise more?', uk: 'Що вам потрібно ще потренувати?' } },
  ],
};
