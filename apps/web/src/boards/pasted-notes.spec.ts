import { describe, expect, test } from '@jest/globals';
import { pastedNotes } from './pasted-notes.ts';

const texts = (text: string) => pastedNotes(text, { x: 0, y: 0 }, []).map((note) => note.text);

describe('what is pasted', () => {
  test('is one note a line, without empty ones', () => {
    expect(texts('Lavičky\n\n  Stromy \r\nVoda\n')).toEqual(['Lavičky', 'Stromy', 'Voda']);
  });

  test('lies in a block as square as can be, in the order it was read', () => {
    const places = pastedNotes('a\nb\nc\nd', { x: 0, y: 0 }, []).map(({ place }) => place);
    expect(places).toEqual([{ x: -188, y: -188 }, { x: 8, y: -188 }, { x: -188, y: 8 }, { x: 8, y: 8 }]);
  });

  test('cells of a spreadsheet keep their rows and columns, also where some are empty or hold line ends', () => {
    const notes = pastedNotes('Nápad\tKto\n"Lavičky\nv parku"\tMesto\n\tObčania', { x: 0, y: 0 }, []);
    expect(notes.map(({ text }) => text)).toEqual(['Nápad', 'Kto', 'Lavičky\nv parku', 'Mesto', 'Občania']);
    const [idea, who, , city, residents] = notes.map(({ place }) => place);
    expect(who?.y).toBe(idea?.y);
    expect(city?.x).toBe(who?.x);
    expect(residents?.x).toBe(who?.x);
    expect(residents!.y).toBeGreaterThan(city!.y);
  });

  test('covers nothing that lies there', () => {
    const others = [{ x: -500, y: -500, width: 1_000, height: 1_000 }];
    for (const { place, size } of pastedNotes('a\nb', { x: 0, y: 0 }, others)) {
      expect(place.x >= 500 || place.y >= 500 || place.x + size.width <= -500 || place.y + size.height <= -500).toBe(true);
    }
  });

  test('long words get a larger note', () => expect(pastedNotes('slovo '.repeat(60), { x: 0, y: 0 }, [])[0]!.size.width).toBeGreaterThan(180));
});
