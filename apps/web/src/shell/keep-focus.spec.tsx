import { describe, expect, test } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { keepFocus } from './keep-focus.ts';

function Cards() {
  const [cards, setCards] = useState(['a', 'b']);
  const [asked, setAsked] = useState(false);
  return (
    <main ref={keepFocus}>
      <h1>Page</h1>
      <section>
        <h2>Mine</h2>
        <ul>
          {cards.map((card) => (
            <li key={card}>
              <button onClick={() => setCards(cards.filter((other) => other !== card))}>Remove {card}</button>
            </li>
          ))}
        </ul>
      </section>
      {!asked && <button onClick={() => setAsked(true)}>Start</button>}
      <button>Other</button>
    </main>
  );
}
function Opening({ headed }: { headed: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <main ref={keepFocus}>
      <h1>Page</h1>
      {open && (
        <div>
          {headed && <h3>New</h3>}
          <form>
            <input />
          </form>
        </div>
      )}
      {!open && <button onClick={() => setOpen(true)}>Start</button>}
    </main>
  );
}
const named = (name: string) => screen.getByRole(name.startsWith('Remove') || name === 'Other' || name === 'Start' ? 'button' : 'heading', { name });

describe('when what has the focus goes away', () => {
  test('the focus goes to the nearest heading that is left', async () => {
    render(<Cards />);
    named('Remove a').focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(named('Mine')));
    named('Start').focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(named('Page')));
  });

  test('a focus that is somewhere is left alone', async () => {
    render(<Cards />);
    named('Remove a').focus();
    named('Other').focus();
    fireEvent.click(named('Remove a'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove a' })).toBeNull());
    expect(document.activeElement).toBe(named('Other'));
  });

  test('who had left the page takes no focus back', async () => {
    render(<Cards />);
    named('Remove a').focus();
    named('Remove a').blur();
    await Promise.resolve();
    fireEvent.click(named('Remove a'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove a' })).toBeNull());
    expect(document.activeElement).toBe(document.body);
  });

  test.each([true, false])('because a form came in its place, the focus goes to the form (with a heading: %s)', async (headed) => {
    render(<Opening headed={headed} />);
    named('Start').focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(headed ? named('New') : screen.getByRole('textbox')));
  });
});
