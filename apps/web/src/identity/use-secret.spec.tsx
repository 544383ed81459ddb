import { beforeEach, expect, test } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { Suspense, use } from 'react';
import { useSecret } from './use-secret.ts';

const SECRET = 'a'.repeat(43);
beforeEach(() => window.history.replaceState(null, '', `/r?x=1#${SECRET}`));

function Shown({ texts }: { texts: Promise<string> }) {
  const secret = useSecret();
  return <p>{`${use(texts)} ${secret ?? 'incomplete'}`}</p>;
}

test('a page that waits for something in the middle of its first rendering still has its secret afterwards', async () => {
  let arrive: (texts: string) => void = () => undefined;
  const texts = new Promise<string>((resolve) => (arrive = resolve));
  await act(async () => render(<Suspense fallback="…"><Shown texts={texts} /></Suspense>));
  expect(screen.getByText('…')).toBeTruthy();
  await act(async () => arrive('Potvrdenie'));
  expect(screen.getByText(`Potvrdenie ${SECRET}`)).toBeTruthy();
  expect(window.location.href).toBe('http://localhost/r?x=1');
});
