import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { Speech, SpeechRegion } from './speech.tsx';

let speech: Speech;
const sentences = () => [...screen.getByRole('status').children].map(({ textContent }) => textContent);
const say = (...texts: string[]) => act(() => texts.forEach((text) => speech.say(text)));

beforeEach(() => {
  jest.useFakeTimers();
  speech = new Speech();
  render(<SpeechRegion speech={speech} />);
});
afterEach(() => {
  jest.useRealTimers();
});

test('a sentence stays though the next one comes at once, and the same one twice is said twice', () => {
  say('4 nové lístky v ráme Problémy', 'Posunutý 1 lístok', 'Posunutý 1 lístok');
  expect(sentences()).toEqual(['4 nové lístky v ráme Problémy', 'Posunutý 1 lístok', 'Posunutý 1 lístok']);
});

test('what was read out is not met again by who walks through the page', () => {
  say('Späť');
  act(() => jest.advanceTimersByTime(5_000));
  say('Znova');
  act(() => jest.advanceTimersByTime(3_000));
  expect(sentences()).toEqual(['Znova']);
});

test('a sentence is added without the standing ones being made anew', () => {
  say('Prvá');
  const first = screen.getByText('Prvá');
  say('Druhá');
  expect(screen.getByText('Prvá')).toBe(first);
  expect(screen.getByRole('status').getAttribute('aria-atomic')).toBe('false');
});

test('a key held down does not fill the page', () => {
  say(...Array.from({ length: 50 }, (_, i) => `Posunuté o ${i + 1}`));
  expect(sentences().length).toBeLessThan(10);
  expect(sentences().at(-1)).toBe('Posunuté o 50');
});
