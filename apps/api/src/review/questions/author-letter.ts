import type { Language } from '@spolu/contracts/common';

const WORDS = {
  sk: { subject: 'Otázka k tomu, čo ste napísali', hello: 'Dobrý deň,', asks: '{body} má otázku k tomu, čo ste napísali. Odpovedať môžete svojimi slovami; kto ste, sa orgán nedozvie.', here: 'Odpovedzte tu:', guest: 'Otvorte to na zariadení, na ktorom ste písali, alebo otvorte svoje potvrdenie o príspevkoch.' },
  cs: { subject: 'Otázka k tomu, co jste napsali', hello: 'Dobrý den,', asks: '{body} má otázku k tomu, co jste napsali. Odpovědět můžete svými slovy; kdo jste, se orgán nedozví.', here: 'Odpovězte zde:', guest: 'Otevřete to na zařízení, na kterém jste psali, nebo otevřete své potvrzení o příspěvcích.' },
  en: { subject: 'A question about what you wrote', hello: 'Hello,', asks: '{body} has a question about what you wrote. You may answer in your own words; the body does not learn who you are.', here: 'Answer here:', guest: 'Open it on the device that you wrote on, or open the receipt for your contributions.' },
  uk: { subject: 'Запитання про те, що ви написали', hello: 'Добрий день,', asks: '{body} має запитання про те, що ви написали. Відповісти можна своїми словами; орган не дізнається, хто ви.', here: 'Відповісти тут:', guest: 'Відкрийте це на пристрої, з якого ви писали, або відкрийте своє підтвердження про внески.' },
} as const satisfies Record<Language, Record<string, string>>;

/** Tells an author that she was asked something. Neither the question nor her words stand in it: a mailbox is read by others more easily than a page. */
export function writeAuthorLetter({ language, origin, bodyName, guest }: { language: Language; origin: string; bodyName: string; guest: boolean }): { subject: string; body: string } {
  const words = WORDS[language];
  return { subject: words.subject, body: `${[words.hello, words.asks.replace('{body}', () => bodyName), `${words.here} ${origin}/my`, ...(guest ? [words.guest] : [])].join('\n\n')}\n` };
}
