import { expect, test } from '@jest/globals';
import type { Note } from '@spolu/board/shape';
import { screen } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { NoteWalls } from './note-walls.tsx';

const notes = (count: number) => Array.from({ length: count }, (_, i) => ({ id: String(i), text: `lístok ${i}`, colour: 'yellow' })) as unknown as Note[];

test.each([[149, 149, null], [150, 100, 'a 50 ďalších lístkov'], [199, 149, 'a 50 ďalších lístkov'], [530, 130, 'a 400 ďalších lístkov']])(
  'of %i notes the newest %i are laid on the wall, and the others are counted',
  async (count, shown, said) => {
    globalThis.ResizeObserver ??= class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
    await renderPage(<NoteWalls walls={[{ id: 'all', title: '', notes: notes(count) }]} sideBySide={1} />, { texts: ['sessions'] });
    const items = screen.getAllByRole('listitem');
    expect([items.length, items.at(-1)!.textContent]).toEqual([shown, `lístok ${count - 1}`]);
    expect(screen.queryByText(/ďalších/)?.textContent ?? null).toBe(said);
  },
);
