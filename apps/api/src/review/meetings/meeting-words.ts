import type { Language } from '@spolu/contracts/common';
import type { Opinion } from '@spolu/contracts/review';

/** What papers of a body say, in the language of the town. */
export interface MeetingWords {
  minutes: string;
  opinionOf: (body: string) => string;
  number: string;
  date: string;
  body: string;
  on: string;
  /** What it is about, after `on`. */
  dossier: (title: string, version: number) => string;
  sitting: string;
  held: (day: string, time: string, place: string) => string;
  attendance: string;
  present: string;
  /** Of those present, who went before the end. */
  left: string;
  excused: string;
  absent: string;
  quorum: (present: number, members: number, quorate: boolean) => string;
  agenda: string;
  item: (number: number, title: string) => string;
  recommendation: (number: number, dossier: string) => string;
  conflicts: (names: string) => string;
  verdict: Record<Opinion['verdict'], string>;
  vote: (vote: Opinion['vote']) => string;
  byName: Record<'for' | 'against' | 'abstained', string>;
  reasoning: string;
  dissent: string;
  notDecided: string;
  adoptedOn: (day: string) => string;
  signedOn: (town: string) => string;
  chairSigns: string;
  secretarySigns: string;
  chair: string;
  recorder: string;
}

/** A place for a hand. */
export const BLANK = '....................';
const SIGN = '............................................';

export const MEETING_WORDS: Record<Language, MeetingWords> = {
  sk: {
    minutes: 'Zápisnica', opinionOf: (body) => `Stanovisko: ${body}`, number: 'Číslo', date: 'Dátum', body: 'Orgán', on: 'K podkladom', dossier: (title, version) => `„${title}“, verzia ${version}`, sitting: 'Rokovanie',
    held: (day, time, place) => `Konané dňa ${day} o ${time}${place && `, ${place}`}`, attendance: 'Účasť', present: 'Prítomní', left: 'Z nich odišli skôr', excused: 'Ospravedlnení', absent: 'Neprítomní',
    quorum: (present, members, quorate) => `Prítomných bolo ${present} z ${members} členov; orgán ${quorate ? 'bol' : 'nebol'} uznášaniaschopný.`,
    agenda: 'Program', item: (number, title) => `${number}. ${title}`, recommendation: (number, dossier) => `Odporúčanie č. ${number} z podkladov „${dossier}“.`,
    conflicts: (names) => `Konflikt záujmov oznámili a nehlasovali: ${names}.`,
    verdict: { support: 'Orgán po prerokovaní odporúča schváliť.', 'support-with-changes': 'Orgán po prerokovaní odporúča schváliť so zmenami.', return: 'Orgán po prerokovaní vracia na prepracovanie.', 'not-support': 'Orgán po prerokovaní neodporúča schváliť.', 'took-note': 'Orgán po prerokovaní berie na vedomie.', 'no-opinion': 'Orgán neprijal stanovisko.' },
    vote: (vote) => `Hlasovanie: za ${vote.for}, proti ${vote.against}, zdržali sa ${vote.abstained}.`, byName: { for: 'Za', against: 'Proti', abstained: 'Zdržali sa' },
    reasoning: 'Odôvodnenie', dissent: 'Odlišný názor', notDecided: 'O bode sa nehlasovalo.', adoptedOn: (day) => `Prijaté dňa ${day}.`,
    signedOn: (town) => `${town}, dňa ${BLANK}`, chairSigns: 'predseda/predsedníčka', secretarySigns: 'tajomník/tajomníčka',
    chair: `Predseda: ${SIGN}`, recorder: `Zapísal: ${SIGN}`,
  },
  cs: {
    minutes: 'Zápis', opinionOf: (body) => `Stanovisko: ${body}`, number: 'Číslo', date: 'Datum', body: 'Orgán', on: 'K podkladům', dossier: (title, version) => `„${title}“, verze ${version}`, sitting: 'Jednání',
    held: (day, time, place) => `Konáno dne ${day} v ${time}${place && `, ${place}`}`, attendance: 'Účast', present: 'Přítomni', left: 'Z nich odešli dříve', excused: 'Omluveni', absent: 'Nepřítomni',
    quorum: (present, members, quorate) => `Přítomno bylo ${present} z ${members} členů; orgán ${quorate ? 'byl' : 'nebyl'} usnášeníschopný.`,
    agenda: 'Program', item: (number, title) => `${number}. ${title}`, recommendation: (number, dossier) => `Doporučení č. ${number} z podkladů „${dossier}“.`,
    conflicts: (names) => `Střet zájmů oznámili a nehlasovali: ${names}.`,
    verdict: { support: 'Orgán po projednání doporučuje schválit.', 'support-with-changes': 'Orgán po projednání doporučuje schválit se změnami.', return: 'Orgán po projednání vrací k přepracování.', 'not-support': 'Orgán po projednání nedoporučuje schválit.', 'took-note': 'Orgán po projednání bere na vědomí.', 'no-opinion': 'Orgán nepřijal stanovisko.' },
    vote: (vote) => `Hlasování: pro ${vote.for}, proti ${vote.against}, zdrželi se ${vote.abstained}.`, byName: { for: 'Pro', against: 'Proti', abstained: 'Zdrželi se' },
    reasoning: 'Odůvodnění', dissent: 'Odlišný názor', notDecided: 'O bodu se nehlasovalo.', adoptedOn: (day) => `Přijato dne ${day}.`,
    signedOn: (town) => `${town}, dne ${BLANK}`, chairSigns: 'předseda/předsedkyně', secretarySigns: 'tajemník/tajemnice',
    chair: `Předseda: ${SIGN}`, recorder: `Zapsal: ${SIGN}`,
  },
  en: {
    minutes: 'Minutes', opinionOf: (body) => `Opinion: ${body}`, number: 'Number', date: 'Date', body: 'Body', on: 'On the dossier', dossier: (title, version) => `“${title}”, version ${version}`, sitting: 'Meeting',
    held: (day, time, place) => `Held on ${day} at ${time}${place && `, ${place}`}`, attendance: 'Attendance', present: 'Present', left: 'Of them left early', excused: 'Excused', absent: 'Absent',
    quorum: (present, members, quorate) => `${present} of ${members} members were present; there was ${quorate ? 'a' : 'no'} quorum.`,
    agenda: 'Agenda', item: (number, title) => `${number}. ${title}`, recommendation: (number, dossier) => `Recommendation ${number} of the dossier “${dossier}”.`,
    conflicts: (names) => `With a conflict of interest, and so without a vote: ${names}.`,
    verdict: { support: 'Having discussed it, the body recommends adoption.', 'support-with-changes': 'Having discussed it, the body recommends adoption with changes.', return: 'Having discussed it, the body returns it for revision.', 'not-support': 'Having discussed it, the body does not recommend adoption.', 'took-note': 'Having discussed it, the body takes note.', 'no-opinion': 'The body adopted no opinion.' },
    vote: (vote) => `Vote: for ${vote.for}, against ${vote.against}, abstained ${vote.abstained}.`, byName: { for: 'For', against: 'Against', abstained: 'Abstained' },
    reasoning: 'Reasons', dissent: 'Dissent', notDecided: 'No vote was taken on it.', adoptedOn: (day) => `Adopted on ${day}.`,
    signedOn: (town) => `${town}, on ${BLANK}`, chairSigns: 'Chair', secretarySigns: 'Secretary',
    chair: `Chair: ${SIGN}`, recorder: `Recorded by: ${SIGN}`,
  },
  uk: {
    minutes: 'Протокол', opinionOf: (body) => `Висновок: ${body}`, number: 'Номер', date: 'Дата', body: 'Орган', on: 'До матеріалів', dossier: (title, version) => `«${title}», версія ${version}`, sitting: 'Засідання',
    held: (day, time, place) => `Відбулося ${day} о ${time}${place && `, ${place}`}`, attendance: 'Присутність', present: 'Присутні', left: 'З них пішли раніше', excused: 'Відсутні з поважної причини', absent: 'Відсутні',
    quorum: (present, members, quorate) => `Присутні ${present} з ${members} членів; кворум ${quorate ? 'був' : 'відсутній'}.`,
    agenda: 'Порядок денний', item: (number, title) => `${number}. ${title}`, recommendation: (number, dossier) => `Рекомендація № ${number} з матеріалів «${dossier}».`,
    conflicts: (names) => `Повідомили про конфлікт інтересів і не голосували: ${names}.`,
    verdict: { support: 'Орган після обговорення рекомендує ухвалити.', 'support-with-changes': 'Орган після обговорення рекомендує ухвалити зі змінами.', return: 'Орган після обговорення повертає на доопрацювання.', 'not-support': 'Орган після обговорення не рекомендує ухвалювати.', 'took-note': 'Орган після обговорення бере до відома.', 'no-opinion': 'Орган не ухвалив висновку.' },
    vote: (vote) => `Голосування: за ${vote.for}, проти ${vote.against}, утрималися ${vote.abstained}.`, byName: { for: 'За', against: 'Проти', abstained: 'Утрималися' },
    reasoning: 'Обґрунтування', dissent: 'Окрема думка', notDecided: 'Із цього питання не голосували.', adoptedOn: (day) => `Ухвалено ${day}.`,
    signedOn: (town) => `${town}, дата ${BLANK}`, chairSigns: 'голова', secretarySigns: 'секретар',
    chair: `Голова: ${SIGN}`, recorder: `Записав: ${SIGN}`,
  },
};
