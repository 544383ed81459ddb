import type { IdeathonSettings } from '@spolu/contracts/activities/ideathon';
import type { Language } from '@spolu/contracts/common';

type Field = IdeathonSettings['fields'][number];
const field = (title: string, hint: string, required = true): Field => ({ title, hint, required });

/** What a city asks of an idea. They become content of the session, so they are in the language in which it is prepared. */
export const USUAL_FIELDS: Record<Language, Field[]> = {
  sk: [
    field('Problém', 'Čo sa deje, kde a ako často?'),
    field('Pre koho', 'Komu to pomôže? Kto by mohol byť proti?'),
    field('Riešenie', 'Čo presne navrhujete?'),
    field('Čo na to treba', 'Peniaze, ľudia, povolenia, partneri.', false),
    field('Prvý krok', 'Čo sa dá urobiť do mesiaca a kto to urobí?'),
  ],
  cs: [
    field('Problém', 'Co se děje, kde a jak často?'),
    field('Pro koho', 'Komu to pomůže? Kdo by mohl být proti?'),
    field('Řešení', 'Co přesně navrhujete?'),
    field('Co je k tomu potřeba', 'Peníze, lidé, povolení, partneři.', false),
    field('První krok', 'Co jde udělat do měsíce a kdo to udělá?'),
  ],
  en: [
    field('Problem', 'What happens, where and how often?'),
    field('For whom', 'Who will it help? Who might be against it?'),
    field('Solution', 'What exactly do you propose?'),
    field('What it needs', 'Money, people, permits, partners.', false),
    field('First step', 'What can be done within a month, and who does it?'),
  ],
  uk: [
    field('Проблема', 'Що відбувається, де і як часто?'),
    field('Для кого', 'Кому це допоможе? Хто може бути проти?'),
    field('Рішення', 'Що саме ви пропонуєте?'),
    field('Що для цього потрібно', 'Гроші, люди, дозволи, партнери.', false),
    field('Перший крок', 'Що можна зробити протягом місяця і хто це зробить?'),
  ],
};
