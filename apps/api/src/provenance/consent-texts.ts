import type { Language } from '@spolu/contracts/common';
import type { ConsentKind } from '@spolu/contracts/consents';

/**
 * What people are asked to agree to, word for word. A changed wording is a new version at the end of its list: what somebody agreed to before stays
 * readable, and she is asked anew only by the new one.
 */
export const CONSENT_TEXTS: Record<ConsentKind, readonly Record<Language, string>[]> = {
  photo: [{
    sk: 'Súhlasím, aby mesto zhotovilo a zverejnilo fotografie, na ktorých som rozpoznateľný/á, na informovanie o tomto procese. Súhlas môžem kedykoľvek odvolať.',
    cs: 'Souhlasím, aby město pořídilo a zveřejnilo fotografie, na kterých jsem rozpoznatelný/á, k informování o tomto procesu. Souhlas mohu kdykoli odvolat.',
    en: 'I agree that photos on which I can be recognised are taken and published by the city to report on this process. I can withdraw at any time.',
    uk: 'Я погоджуюся, щоб місто робило й оприлюднювало фотографії, на яких мене можна впізнати, для інформування про цей процес. Згоду можу відкликати будь-коли.',
  }],
  quote: [{
    sk: 'Moje slová sa môžu citovať s mojím menom.',
    cs: 'Moje slova mohou být citována s mým jménem.',
    en: 'My words may be quoted with my name.',
    uk: 'Мої слова можна цитувати з моїм іменем.',
  }],
  contact: [{
    sk: 'Chcem dostávať e-mailom informácie o výsledkoch tohto procesu.',
    cs: 'Chci dostávat e-mailem informace o výsledcích tohoto procesu.',
    en: 'I want to be informed by e-mail about the results of this process.',
    uk: 'Хочу отримувати електронною поштою інформацію про результати цього процесу.',
  }],
};

/** The version that is asked now. */
export const versionOf = (kind: ConsentKind): number => CONSENT_TEXTS[kind].length;
export const textOf = (kind: ConsentKind, language: Language): string => CONSENT_TEXTS[kind].at(-1)![language];
