import { describe, expect, test } from '@jest/globals';
import type { AnswerKind, AnswerSettingsOf, ReportAnswers, ResultOf } from '@spolu/contracts/activities/answers';
import type { ReportActivityOf } from '@spolu/contracts/sessions';
import { REPORT_WORDS } from '../../report/report-words.ts';
import { PLAIN_ANSWERS } from './answers-plain.ts';

const words = REPORT_WORDS.sk;
const turnout = { ballotCount: 3, abstentionCount: 0, turnout: 0.75 };
const vote = (part: Omit<ReportAnswers, 'eligibleCount' | 'round' | 'sectors' | 'earlier'> & Partial<ReportAnswers>, endedAt: string | null = '2026-11-22T10:00:00Z') =>
  ({ id: 'v', kind: part.settings.kind, title: 'Rampa', endedAt, part: { eligibleCount: 4, round: 1, sectors: [], earlier: [], ...part } }) as ReportActivityOf<AnswerKind>;
const consent: ReportAnswers['result'] = {
  kind: 'consent', ...turnout, objections: ['Je strmá.'], concerns: ['Večer je tma.'], outcome: 'objections',
  counts: [{ stance: 'consent', count: 1 }, { stance: 'concern', count: 1 }, { stance: 'objection', count: 1 }, { stance: 'stand-aside', count: 0 }],
};

describe('a vote on paper', () => {
  test('says how it was held, who took part, and every objection in its own words', () => {
    const parts = PLAIN_ANSWERS.parts(vote({ settings: { kind: 'consent', secrecy: 'secret' }, options: [], result: consent }), words);
    expect(parts.slice(0, 2)).toEqual([{ kind: 'paragraph', text: 'Hlasovalo sa: tajne.' }, { kind: 'paragraph', text: 'Odpovedalo 3 z 4.' }]);
    expect(parts).toContainEqual({ kind: 'list', items: ['Je strmá.'] });
    expect(parts).toContainEqual({ kind: 'list', items: ['Večer je tma.'] });
    expect(parts).toContainEqual(expect.objectContaining({ kind: 'table', rows: [['Súhlasím', '1'], ['Súhlasím s obavou', '1'], ['Mám námietku', '1'], ['Zdržím sa', '0']] }));
  });

  test('puts the sectors that may be told beside each other', () => {
    const sectors: ReportAnswers['sectors'] = [{ sector: 'public', result: consent }, { sector: null, result: consent }];
    const parts = PLAIN_ANSWERS.parts(vote({ settings: { kind: 'consent', secrecy: 'blind' }, options: [], result: consent, sectors }), words);
    expect(parts.at(-1)).toMatchObject({ caption: 'Podľa sektorov', columns: [{ title: 'Odpoveď' }, { title: 'Verejný sektor: Počet' }, { title: 'Neuviedli: Počet' }] });
  });

  test('keeps two options of one title apart, beside each other and from round to round', () => {
    const options = (of: string) => ['a', 'b', 'c'].map((id, i) => ({ id: `${of}${id}`, title: i === 1 ? 'Kotly' : 'Park', noteTexts: [] }));
    const spread = (median: number) => ({ count: 3, median, lowerQuartile: median, upperQuartile: median, min: median, max: median });
    const estimates = (of: string, x: number): ReportAnswers['result'] => ({ kind: 'estimate', ...turnout, options: ['c', 'b', 'a'].map((id, i) => ({ optionId: `${of}${id}`, x: spread(x + i), y: spread(1), field: 'low-low' as const })) });
    const activity = vote({
      settings: { kind: 'estimate', secrecy: 'blind', options: [], x: 'Prácnosť', y: 'Prínos' }, round: 2, options: options('2'), result: estimates('2', 5),
      earlier: [{ activityId: 'v1', number: 1, title: 'Rampa', options: options('1'), result: estimates('1', 1) }],
    });
    const tables = PLAIN_ANSWERS.parts(activity, words).flatMap((part) => (part.kind === 'table' ? [part.rows.map(([label, ...cells]) => [label, ...cells.map((cell) => String(cell).split(' ')[0])])] : []));
    expect(tables[0]).toEqual([['Park', '5', '1'], ['Kotly', '6', '1'], ['Park', '7', '1']]);
    expect(tables[1]).toEqual([['Park', '1', '1', '5', '1'], ['Kotly', '2', '1', '6', '1'], ['Park', '3', '1', '7', '1']]);
  });

  test('of estimates names its axes, and gives other programs the quartiles', () => {
    const spread = { count: 3, median: 8, lowerQuartile: 5, upperQuartile: 8.5, min: 2, max: 9 };
    const activity = vote({
      settings: { kind: 'estimate', secrecy: 'blind', options: [], x: 'Prácnosť', y: 'Prínos' },
      options: [{ id: 'a', title: 'Strechy', noteTexts: [] }, { id: 'b', title: 'Kotly', noteTexts: [] }],
      result: { kind: 'estimate', ...turnout, options: [{ optionId: 'a', x: spread, y: spread, field: 'high-high' }, { optionId: 'b', x: null, y: null, field: null }] },
    });
    expect(PLAIN_ANSWERS.parts(activity, words)).toContainEqual(
      expect.objectContaining({ columns: [{ title: 'Možnosť' }, { title: 'Prácnosť', numeric: true }, { title: 'Prínos', numeric: true }], rows: [['Strechy', '8 (5 až 8,5)', '8 (5 až 8,5)'], ['Kotly', 'bez odhadu', 'bez odhadu']] }),
    );
    expect(PLAIN_ANSWERS.rows?.(activity, words)?.rows.slice(0, 3)).toEqual([['v', 'Rampa', 'a', 'Strechy', 'x Q1', 5], ['v', 'Rampa', 'a', 'Strechy', 'x Q2', 8], ['v', 'Rampa', 'a', 'Strechy', 'x Q3', 8.5]]);
  });

  test('that nobody may count yet says so and no more', () => {
    const waiting = { ...vote({ settings: { kind: 'consent', secrecy: 'blind' }, options: [], result: consent }), part: null } as ReportActivityOf<AnswerKind>;
    expect(PLAIN_ANSWERS.parts(waiting, words)).toEqual([{ kind: 'paragraph', text: words.voteWaits }]);
    expect(PLAIN_ANSWERS.rows?.(waiting, words)).toBeNull();
  });
});

describe('a question on paper', () => {
  const question = (form: AnswerSettingsOf<'question'>['form'], figures: ResultOf<'question'>['figures'], options: ReportAnswers['options'] = []) =>
    vote({ settings: { kind: 'question', secrecy: 'blind', form }, options, result: { kind: 'question', ballotCount: 5, abstentionCount: 1, turnout: 1, figures } });

  test('says how many chose what, and what part of those who chose that is', () => {
    const options = [{ id: 'a', title: 'Pri fontáne', noteTexts: [] }, { id: 'b', title: 'Nikde', noteTexts: [] }];
    const activity = question({ type: 'choice', options: ['Pri fontáne', 'Nikde'], most: 2 }, { type: 'choice', most: 2, counts: [{ optionId: 'a', count: 3 }, { optionId: 'b', count: 2 }] }, options);
    const parts = PLAIN_ANSWERS.parts(activity, words);
    expect(parts).toContainEqual({ kind: 'paragraph', look: 'strong', text: 'Dalo sa vybrať viac možností (najviac 2), preto podiely spolu nemusia dať 100 %.' });
    expect(parts).toContainEqual(expect.objectContaining({ kind: 'table', rows: [['Pri fontáne', '3', '75 %'], ['Nikde', '2', '50 %']] }));
    expect(PLAIN_ANSWERS.rows?.(activity, words)?.rows).toEqual([['v', 'Rampa', 'a', 'Pri fontáne', 'Počet', 3], ['v', 'Rampa', 'b', 'Nikde', 'Počet', 2]]);
  });

  test('names the ends of a scale and its middle', () => {
    const spread = { count: 4, median: 2.5, lowerQuartile: 1, upperQuartile: 3, min: 1, max: 3 };
    const counts = [{ step: 1, count: 2 }, { step: 2, count: 0 }, { step: 3, count: 2 }];
    const parts = PLAIN_ANSWERS.parts(question({ type: 'scale', steps: 3, low: 'vôbec', high: 'úplne' }, { type: 'scale', low: 'vôbec', high: 'úplne', counts, spread }), words);
    expect(parts).toContainEqual(expect.objectContaining({ text: 'Prostredná odpoveď (medián): 2,5. Prostredná polovica odpovedí leží medzi 1 a 3.' }));
    expect(parts).toContainEqual(expect.objectContaining({ rows: [['1 – vôbec', '2', '50 %'], ['2', '0', '0 %'], ['3 – úplne', '2', '50 %']] }));
  });

  test('gives numbers their unit, and ranges both ends', () => {
    const spread = { count: 4, median: 12.5, lowerQuartile: 5, upperQuartile: 20, min: 5, max: 20 };
    const bins = [{ from: 5, to: 5, count: 3 }, { from: 10, to: 20, count: 1 }];
    const parts = PLAIN_ANSWERS.parts(question({ type: 'number', unit: 'km', from: 0, to: 100 }, { type: 'number', unit: 'km', bins, spread, mean: 8.75 }), words);
    expect(parts).toContainEqual(expect.objectContaining({ text: 'Priemer: 8,75 km.' }));
    expect(parts).toContainEqual(expect.objectContaining({ rows: [['5 km', '3', '75 %'], ['10 až pod 20 km', '1', '25 %']] }));
  });
});
