import { describe, expect, test } from '@jest/globals';
import { StartPoll } from '@spolu/contracts/activities/question';
import { readPoll } from './read-poll.ts';

const read = (typed: string) => readPoll(typed, { yes: 'Áno', no: 'Nie' });
const choice = (...options: string[]) => ({ type: 'choice', options, most: 1 });

describe('a poll typed in one line', () => {
  test.each<[string, string, object | null]>([
    ['Kde chcete lavičky? Pri fontáne / Pod stromami / Nikde', 'Kde chcete lavičky?', choice('Pri fontáne', 'Pod stromami', 'Nikde')],
    ['Kde chcete lavičky?Pri fontáne/Nikde', 'Kde chcete lavičky?', choice('Pri fontáne', 'Nikde')],
    ['Kam pôjdeme: do parku; k rieke', 'Kam pôjdeme', choice('do parku', 'k rieke')],
    ['Kedy? ráno, večer', 'Kedy?', choice('ráno', 'večer')],
    ['Ktorý deň? pondelok / pondelok / utorok', 'Ktorý deň?', choice('pondelok', 'utorok')],
    ['Dáme si prestávku?', 'Dáme si prestávku?', choice('Áno', 'Nie')],
    ['Dáme si prestávku', 'Dáme si prestávku', choice('Áno', 'Nie')],
    ['Ako sa vám darí? 1-5', 'Ako sa vám darí?', { type: 'scale', steps: 5, low: '', high: '' }],
    ['Ako sa vám darí? 1 – 10 (zle / výborne)', 'Ako sa vám darí?', { type: 'scale', steps: 10, low: 'zle', high: 'výborne' }],
    ['Súhlasíte? 1-99', 'Súhlasíte?', null],
    ['Kde chcete lavičky?', 'Kde chcete lavičky?', { type: 'text' }],
    ['V čom je problém?', 'V čom je problém?', { type: 'text' }],
    ['Jedným slovom, aké je naše námestie?', 'Jedným slovom, aké je naše námestie?', { type: 'words', most: 1 }],
    ['Kde chcete lavičky? Pri fontáne', 'Kde chcete lavičky?', null],
    ['Чи зробимо перерву?', 'Чи зробимо перерву?', choice('Áno', 'Nie')],
    ['Де ставити лавки?', 'Де ставити лавки?', { type: 'text' }],
  ])('%s', (typed, title, form) => {
    expect(read(typed)).toEqual({ title, form });
  });

  test.each(['', '   ', '?', '? / ', `${'a'.repeat(201)}?`])('that asks nothing is none: “%s”', (typed) => expect(read(typed)).toBeNull());

  test('is taken by the server as it was read', () => {
    for (const typed of ['Kde?', 'Jedným slovom?', 'Kde? tu / tam', 'Áno?', 'Koľko? 1-10 (málo / veľa)', 'Kde: a, b']) expect(StartPoll.safeParse({ ...read(typed), running: null }).success).toBe(true);
  });
});
