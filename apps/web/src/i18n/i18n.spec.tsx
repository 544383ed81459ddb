import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { Suspense, useState } from 'react';
import { renderPage } from '../testing/render-page.tsx';
import { dayInTown, formatIn, setTimeZone, useFormat } from './format.ts';
import { changeLanguage, startTexts } from './i18n.ts';
import { browserLanguage, chosenLanguage, firstLanguage } from './language.ts';
import { useText } from './use-text.ts';

beforeEach(() => localStorage.clear());
afterEach(() => setTimeZone('Europe/Bratislava'));

function Counts() {
  const t = useText('shell');
  const format = useFormat();
  return (
    <ul>
      {[1, 2, 5].map((count) => (
        <li key={count}>{t('ui.charactersLeft', { count })}</li>
      ))}
      <li>{format.day('2026-04-01')}</li>
    </ul>
  );
}
const lines = () => screen.getAllByRole('listitem').map((item) => item.textContent);

test('counts take the plural of the language, and the page changes its language at once', async () => {
  await renderPage(<Counts />);
  expect(lines()).toEqual(['Zostáva 1 znak', 'Zostávajú 2 znaky', 'Zostáva 5 znakov', '1. apríla 2026']);
  await act(() => changeLanguage('uk'));
  expect(lines()).toEqual(['Залишився 1 символ', 'Залишилося 2 символи', 'Залишилося 5 символів', '1 квітня 2026 р.']);
  expect(document.documentElement.lang).toBe('uk');
  expect(chosenLanguage()).toBe('uk');
});

describe('texts that do not come at once', () => {
  function Title() {
    const t = useText('commitments');
    // As most components do: what comes after the texts is asked for only when they are here.
    const [key] = useState('title' as const);
    return t(key);
  }
  const page = (
    <Suspense fallback="…">
      <Title />
    </Suspense>
  );
  const shown = () => document.body.textContent;
  const pass = (ms: number) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)));
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test('are asked for again, and the page shows them when they are here', async () => {
    const load = jest.fn<() => Promise<object>>().mockRejectedValueOnce(new Error('offline')).mockRejectedValueOnce(new Error('offline')).mockResolvedValue({ title: 'Plan' });
    await startTexts('en', load, []);
    await act(async () => void render(page));
    expect(shown()).toBe('…');
    await pass(2_000);
    expect(shown()).toBe('Plan');
    expect(load).toHaveBeenCalledTimes(3);
  });

  test('leave their names when they do not come at all', async () => {
    await startTexts('uk', () => Promise.reject(new Error('offline')), []);
    await act(async () => void render(page));
    await pass(60_000);
    expect(shown()).toBe('title');
  });
});

describe('the first language', () => {
  test('is what was chosen on the device, then the account’s, then the browser’s', () => {
    expect(browserLanguage(['de-AT', 'cs-CZ', 'sk'])).toBe('cs');
    expect(browserLanguage(['de', 'fr'])).toBeNull();
    expect(firstLanguage('cs')).toBe('cs');
    localStorage.setItem('language', 'uk');
    expect(firstLanguage('cs')).toBe('uk');
    localStorage.setItem('language', 'tlh');
    expect(firstLanguage('cs')).toBe('cs');
  });
});

describe('dates', () => {
  test('are the town’s, wherever the viewer is', () => {
    const lateEvening = '2026-06-30T22:30:00Z';
    expect(formatIn('en').dateTime(lateEvening)).toBe('01/07/2026, 00:30');
    expect(dayInTown(new Date(lateEvening))).toBe('2026-07-01');
    setTimeZone('Europe/London');
    expect(formatIn('en').dateTime(lateEvening)).toBe('30/06/2026, 23:30');
    expect(dayInTown(new Date(lateEvening))).toBe('2026-06-30');
  });

  test('a day has no zone', () => {
    setTimeZone('America/New_York');
    expect(formatIn('sk').day('2026-04-01')).toBe('1. apríla 2026');
  });

  test('a span says only what is known', () => {
    expect(formatIn('sk').days('2026-04-01', null)).toBe('1. apríla 2026 –');
    expect(formatIn('sk').days(null, '2026-04-24')).toBe('– 24. apríla 2026');
    expect(formatIn('sk').days(null, null)).toBe('');
  });
});

test.each([
  [299_001, '5:00'],
  [59_000, '0:59'],
  [3_909_000, '1:05:09'],
  [-5, '0:00'],
])('%i ms are counted down as %s', (ms, text) => {
  expect(formatIn('sk').countdown(ms)).toBe(text);
});
