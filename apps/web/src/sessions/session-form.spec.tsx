import { beforeEach, expect, jest, test } from '@jest/globals';
import type { EditSession } from '@spolu/contracts/sessions';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { emptySession, SessionForm } from './session-form.tsx';

beforeEach(() => sessionStorage.clear());
const show = (initial: Partial<EditSession>) => {
  const submit = jest.fn((_: EditSession) => Promise.resolve());
  return { submit, shown: renderPage(<SessionForm initial={{ ...emptySession(), title: 'Dielňa', ...initial }} draft="session" submit={submit} onDone={() => undefined} action="Uložiť" />, { texts: ['sessions', 'sessions/run-sheet', 'identity'] }) };
};

test('title and welcome are put into the second language, which goes along when they are retyped', async () => {
  const { submit, shown } = show({ welcome: 'Vitajte.', secondLanguage: 'uk', second: { language: 'uk', pairs: [{ of: 'Dielňa', is: 'Майстерня' }] } });
  const { user } = await shown;
  const [title, welcome] = screen.getAllByRole<HTMLTextAreaElement>('textbox').filter((field) => field.lang === 'uk');
  expect([title!.value, welcome!.value]).toEqual(['Майстерня', '']);
  await user.type(welcome!, 'Ласкаво просимо.');
  await user.type(screen.getByRole('textbox', { name: 'Názov stretnutia' }), ' o vode');
  await user.click(screen.getByRole('button', { name: 'Uložiť' }));
  await waitFor(() => expect(submit).toHaveBeenCalled());
  expect(submit.mock.calls[0]![0]).toMatchObject({ title: 'Dielňa o vode', second: { language: 'uk', pairs: [{ of: 'Dielňa o vode', is: 'Майстерня' }, { of: 'Vitajte.', is: 'Ласкаво просимо.' }] } });
});

test('a session in one language has none, also with a draft from before there was a place for it', async () => {
  sessionStorage.setItem('draft session', JSON.stringify({ ...emptySession(), plannedTime: '', title: 'Rozpísané' }));
  const { submit, shown } = show({});
  const { user } = await shown;
  await user.type(screen.getByRole('textbox', { name: 'Názov stretnutia' }), ' stretnutie');
  await user.click(screen.getByRole('button', { name: 'Uložiť' }));
  await waitFor(() => expect(submit).toHaveBeenCalled());
  expect(submit.mock.calls[0]![0]).toMatchObject({ title: 'Rozpísané stretnutie', second: null });
});
