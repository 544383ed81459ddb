import { afterEach, expect, test } from '@jest/globals';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { useOnTop } from './use-on-top.ts';

function Screen({ onHidden = () => undefined }: { onHidden?: () => void }) {
  const { open, show, hide } = useOnTop('mine');
  return open ? <button onClick={() => void hide().then(onHidden)}>Späť</button> : <button onClick={show}>Moje</button>;
}
const shown = () => screen.getByRole('button').textContent;
const press = () => act(async () => screen.getByRole('button').click());

afterEach(() => {
  cleanup();
  history.replaceState(null, '');
});

test('the back button of the phone takes it away and stays on the page, and so does its own', async () => {
  const before = history.length;
  let hidden = 0;
  render(<Screen onHidden={() => (hidden += 1)} />);
  await press();
  expect(shown()).toBe('Späť');
  expect(history.length).toBe(before + 1);
  act(() => history.back());
  await waitFor(() => expect(shown()).toBe('Moje'));
  await press();
  await press();
  await waitFor(() => expect([shown(), hidden]).toEqual(['Moje', 1]));
  expect(history.state).toBeNull();
});

test('a reload keeps it open', async () => {
  const { unmount } = render(<Screen />);
  await press();
  unmount();
  render(<Screen />);
  expect(shown()).toBe('Späť');
});
