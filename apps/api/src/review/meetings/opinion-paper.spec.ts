import { describe, expect, test } from '@jest/globals';
import type { Opinion } from '@spolu/contracts/review';
import { unzipSync } from 'fflate';
import { opinionPaper, type Sitting } from './minutes.ts';
import { paperDocument } from './paper.ts';

const rules = { memberCount: 11, quorum: 'more-than-half', majority: 'more-than-half', majorityOf: 'present' } as const;
const opinion = (changes: Partial<Opinion> = {}): Opinion => ({ id: 'o', motion: 'support', verdict: 'support', reasoning: 'Súhlasíme.\nTermín treba overiť.', dissent: '', vote: { for: 5, against: 1, abstained: 1 }, adoptedOn: '2026-11-20', ...changes });
const met: Sitting = { on: '2026-11-20', at: '16:30', place: '', presentCount: 7 };
const paper = (items: [Opinion | null, Sitting | null][]) => opinionPaper({
  town: 'Banská Bystrica', bodyName: 'Komisia školstva', rules, dossierTitle: 'Školy', version: 2, items: items.map(([one, sitting], i) => ({ number: i + 1, title: `Odporúčanie ${String(i + 1)}`, opinion: one, sitting })),
}, 'sk');

describe('an opinion in the usual form', () => {
  test('says once when and where the body met and who was there, and of each item its words, its vote and who dissented', () => {
    const { title, facts, parts, signatures } = paper([[opinion({ dissent: 'Jeden člen žiada posudok.' }), met], [opinion(), met], [null, null]]);
    expect(title).toBe('Stanovisko: Komisia školstva');
    expect(facts).toEqual([
      ['Číslo', '....................'], ['Dátum', '20. novembra 2026'], ['Orgán', 'Komisia školstva'], ['K podkladom', '„Školy“, verzia 2'],
      ['Rokovanie', 'Konané dňa 20. novembra 2026 o 16:30, Banská Bystrica. Prítomných bolo 7 z 11 členov; orgán bol uznášaniaschopný.'],
    ]);
    expect(parts.slice(0, 6)).toEqual([
      { look: 'heading', text: '1. Odporúčanie 1' }, { look: 'strong', text: 'Orgán po prerokovaní odporúča schváliť.' },
      ...['Hlasovanie: za 5, proti 1, zdržali sa 1.', 'Odôvodnenie: Súhlasíme.', 'Termín treba overiť.', 'Odlišný názor: Jeden člen žiada posudok.'].map((text) => ({ look: 'plain', text })),
    ]);
    expect(parts.slice(-2)).toEqual([{ look: 'heading', text: '3. Odporúčanie 3' }, { look: 'strong', text: 'O bode sa nehlasovalo.' }]);
    expect(signatures).toEqual({ above: 'Banská Bystrica, dňa ....................', who: ['predseda/predsedníčka', 'tajomník/tajomníčka'] });
  });

  test('adopted on two days names both, each item its own', () => {
    const { facts, parts } = paper([[opinion(), met], [opinion({ adoptedOn: '2026-11-06' }), { on: '2026-11-06', at: null, place: '', presentCount: 5 }]]);
    expect(facts).toContainEqual(['Dátum', '6. novembra 2026, 20. novembra 2026']);
    expect(facts).toContainEqual(['Rokovanie', '6. novembra 2026. Prítomných bolo 5 z 11 členov; orgán nebol uznášaniaschopný.']);
    expect(parts.filter(({ text }) => text.startsWith('Prijaté')).map(({ text }) => text)).toEqual(['Prijaté dňa 20. novembra 2026.', 'Prijaté dňa 6. novembra 2026.']);
  });

  test('says how lines are measured: a title of two lines does not lie over itself', async () => {
    const files = unzipSync(new Uint8Array(await paperDocument({ town: 'Banská Bystrica', language: 'sk', ...paper([[opinion(), met]]) })));
    expect(new TextDecoder().decode(files['word/styles.xml'])).toMatch(/<w:spacing[^>]*w:lineRule="auto"/);
    const [heading] = /<w:p>(?:(?!<\/w:p>).)*1\. Odporúčanie 1/.exec(new TextDecoder().decode(files['word/document.xml']))!;
    expect(heading).not.toContain('<w:b ');
  });
});
