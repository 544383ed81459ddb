import { describe, expect, test } from '@jest/globals';
import { LANGUAGES } from '@spolu/contracts/plain';
import { EditActivity } from '@spolu/contracts/sessions';
import { allBoardTemplates } from './all-board-templates.ts';
import { allMethods } from './all-methods.ts';
import { boardTemplate, method, methods } from './library.ts';
import { BoardTemplateContent, MethodContent } from './method-content.ts';

/** Names the offenders, so that a red test says which file to open. */
const ids = <Item extends { id: string }>(items: readonly Item[], offends: (item: Item) => boolean) =>
  items.filter(offends).map((item) => item.id);

describe('a method', () => {
  test('keeps to the schema: each of its steps has minutes and a kind', () => {
    for (const content of allMethods) expect(MethodContent.parse(content)).toEqual(content);
  });

  test('has an id of its own; there are 34', () => {
    expect(new Set(allMethods.map(({ id }) => id)).size).toBe(34);
    expect(allMethods).toHaveLength(34);
  });

  test('takes as long as its steps together', () => {
    expect(ids(allMethods, ({ steps, minutes }) => steps.reduce((sum, step) => sum + step.minutes, 0) !== minutes)).toEqual([]);
  });

  test('says each step in every language that describes steps at all', () => {
    const incomplete = ids(allMethods, ({ steps, texts }) =>
      Object.values(texts).some((text) => text.steps !== undefined && text.steps.length !== steps.length));
    expect(incomplete).toEqual([]);
  });

  test('fits a group that can exist', () => {
    expect(ids(allMethods, ({ groupSize }) => groupSize.min > groupSize.max)).toEqual([]);
  });

  test('begins with a board that exists', () => {
    expect(ids(allMethods, ({ boardTemplateId }) => !boardTemplate(boardTemplateId, 'sk'))).toEqual([]);
  });

  test('never lets a person put more dots on one option than she has', () => {
    const generous = ids(allMethods, ({ steps }) =>
      steps.some(({ setting }) => setting.kind === 'dot-vote' && (setting.perOption ?? 0) > setting.dots));
    expect(generous).toEqual([]);
  });

  test('gathers notes only in frames that its board has', () => {
    const lost = ids(allMethods, ({ steps, boardTemplateId }) => {
      const keys = allBoardTemplates.find(({ id }) => id === boardTemplateId)?.frames.map(({ key }) => key) ?? [];
      return steps.some(({ setting }) => setting.kind === 'brainstorm' && !setting.frames.every((key) => keys.includes(key)));
    });
    expect(lost).toEqual([]);
  });

  test('has steps that can stand in an agenda as they are', () => {
    for (const { id } of allMethods) {
      for (const { title, minutes, instruction, settings } of method(id, 'sk')?.steps ?? []) {
        const activity = { title: title.text, instruction: instruction.text, staffNotes: '', minutes, methodId: id, settings };
        expect(EditActivity.parse(activity)).toEqual(activity);
      }
    }
  });

  test.each(LANGUAGES)('can be read in %s, each step with the language it really is in', (lang) => {
    for (const { id, steps, texts } of allMethods) {
      const read = method(id, lang);
      expect(read?.steps.map(({ settings }) => settings.kind)).toEqual(steps.map(({ setting }) => setting.kind));
      for (const [index, { title, instruction }] of read?.steps.entries() ?? []) {
        expect(texts[instruction.lang]?.steps?.[index]?.instruction).toBe(instruction.text);
        expect(texts[title.lang]?.steps?.[index]?.title).toBe(title.text);
      }
    }
  });

  test('that does not exist is undefined', () => {
    expect(method('no-such-method', 'sk')).toBeUndefined();
  });
});

describe('a board template', () => {
  test('keeps to the schema, with a title for each frame', () => {
    for (const content of allBoardTemplates) {
      expect(BoardTemplateContent.parse(content)).toEqual(content);
      for (const text of Object.values(content.texts)) expect(text.frames).toHaveLength(content.frames.length);
    }
  });

  test('gives each divided frame, and no other, titles in every language it is written in', () => {
    for (const { frames, texts } of allBoardTemplates) {
      const divided = frames.filter(({ layout }) => layout !== undefined).map(({ key }) => key);
      for (const text of Object.values(texts)) {
        expect(Object.keys(text.divided ?? {})).toEqual(divided);
        for (const [key, { columns, rows }] of Object.entries(text.divided ?? {})) {
          expect([key, columns.length, rows.length]).toEqual([key, texts.sk.divided?.[key]?.columns.length, texts.sk.divided?.[key]?.rows.length]);
          if (frames.find((frame) => frame.key === key)?.layout === 'matrix') expect([columns.length, rows.length]).toEqual([2, 2]);
        }
      }
    }
    expect(boardTemplate('matrix-2x2', 'uk')?.frames[1]?.divided).toMatchObject({ layout: 'matrix', lang: 'sk', columns: ['malé úsilie', 'veľké úsilie'] });
  });

  test('has an id of its own; there are 33, and a method uses each', () => {
    expect(new Set(allBoardTemplates.map(({ id }) => id))).toEqual(new Set(allMethods.map(({ boardTemplateId }) => boardTemplateId)));
    expect(allBoardTemplates).toHaveLength(33);
  });

  test('has frames with keys of their own that do not overlap', () => {
    for (const { frames } of allBoardTemplates) {
      expect(new Set(frames.map(({ key }) => key)).size).toBe(frames.length);
      const cells = frames.flatMap(({ column, row, columnSpan, rowSpan }) =>
        Array.from({ length: columnSpan * rowSpan }, (_, i) => `${column + (i % columnSpan)}:${row + Math.floor(i / columnSpan)}`));
      expect(new Set(cells).size).toBe(cells.length);
    }
  });

  test('that does not exist is undefined', () => {
    expect(boardTemplate('no-such-template', 'sk')).toBeUndefined();
  });
});

test('the list speaks the reader’s language where it can and says where it cannot', () => {
  expect(methods('cs')[0]?.name).toEqual({ text: 'Rychlé seznámení ve dvojicích', lang: 'cs' });
  expect(methods('uk')[0]?.name).toEqual({ text: 'Rýchle zoznámenie vo dvojiciach', lang: 'sk' });
  expect(methods('en')[0]?.purpose).toEqual({ text: 'Get everybody talking within minutes and learn what people bring and expect.', lang: 'en' });
});

test('silent individual writing stays hidden until everybody has finished', () => {
  const writing = method('how-might-we', 'en')?.steps[1];
  expect(writing?.instruction.text).toMatch(/^Write questions silently/);
  expect(writing?.settings).toEqual({ kind: 'brainstorm', mode: 'hidden', frames: ['Questions'] });
});
