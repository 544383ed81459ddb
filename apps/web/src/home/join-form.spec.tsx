import { expect, jest, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { JoinForm } from './join-form.tsx';

test('a code typed as people type it leads to the phone page', async () => {
  const go = jest.fn();
  const { user } = await renderPage(<JoinForm go={go} />, { texts: ['home'] });
  await user.type(screen.getByLabelText('Kód z plátna'), 'abcd-2345{Enter}');
  expect(go).toHaveBeenCalledWith('/j#ABCD2345');
});

test('what cannot be a code is said at the field, and stays', async () => {
  const go = jest.fn();
  const { user } = await renderPage(<JoinForm go={go} />, { texts: ['home'] });
  await user.type(screen.getByLabelText('Kód z plátna'), 'ABC{Enter}');
  expect(screen.getByText('Kód má osem písmen a číslic. Skontrolujte ho na plátne.')).not.toBeNull();
  expect(screen.getByLabelText<HTMLInputElement>(/Kód z plátna/).value).toBe('ABC');
  expect(go).not.toHaveBeenCalled();
});
