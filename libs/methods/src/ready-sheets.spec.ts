import { describe, expect, test } from '@jest/globals';
import { LANGUAGES } from '@spolu/contracts/plain';
import { isPause } from '@spolu/contracts/run-sheet';
import { EditActivity } from '@spolu/contracts/sessions';
import { readySheet, readySheets } from './ready-sheets.ts';

const everySheet = LANGUAGES.flatMap((language) => readySheets(language).map((row) => ({ language, ...row, sheet: readySheet(row.id, language)! })));

describe('a run sheet that comes with the program', () => {
  test('is there in every language with the same blocks; the two-hour workshop comes first and takes two hours', () => {
    expect(everySheet.map(({ id, blockCount, minutes }) => [id, blockCount, minutes])).toEqual(
      LANGUAGES.flatMap(() => [['two-hour-workshop', 8, 120], ['half-day-dialogue', 10, 240], ['one-day-ideathon', 7, 480]]),
    );
    expect(new Set(everySheet.map(({ title }) => title)).size).toBe(everySheet.length);
  });

  test('is made of blocks that a session takes as they are', () => {
    for (const { sheet } of everySheet) for (const block of sheet.blocks) expect(EditActivity.parse(block)).toEqual(block);
  });

  test('says what to do in each block and what it is for; a break needs no purpose', () => {
    const silent = everySheet.flatMap(({ id, language, sheet }) =>
      sheet.blocks.flatMap(({ title, instruction, plan: { type, purpose } }) => (instruction && (purpose || isPause(type)) ? [] : [`${id} ${language}: ${title}`])));
    expect(silent).toEqual([]);
  });

  test('calls no two working blocks of a sheet the same, and breaks are breaks', () => {
    for (const { sheet } of everySheet) {
      const titles = sheet.blocks.filter(({ plan }) => !isPause(plan.type)).map(({ title }) => title);
      expect(new Set(titles).size).toBe(titles.length);
      for (const { settings, plan } of sheet.blocks) expect(settings.kind === 'break').toBe(isPause(plan.type));
    }
  });
});
