import { beforeEach, expect, jest, test } from '@jest/globals';
import { PLAIN_PLAN } from '@spolu/contracts/run-sheet';
import type { EditActivity } from '@spolu/contracts/sessions';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { ActivityForm } from './activity-form.tsx';

beforeEach(() => sessionStorage.clear());

const ACTIVITY: EditActivity = { title: 'Čo trápi mesto?', instruction: '', staffNotes: '', minutes: 10, methodId: null, settings: { kind: 'information' }, plan: PLAIN_PLAN };

test('goes on with a draft that an older version kept, without places for a second language and for newer kinds', async () => {
  sessionStorage.setItem('draft block 1', JSON.stringify({ title: 'Rozpísané', instruction: '', staffNotes: '', minutes: 10, kind: 'information', settings: { information: {} }, plan: { type: 'work' } }));
  const submit = jest.fn((_: EditActivity) => Promise.resolve());
  const { user } = await renderPage(
    <ActivityForm activity={ACTIVITY} saved session={{ sheet: { days: [], tracks: [] }, staff: [], language: 'sk', secondLanguage: 'uk' }} draft="block 1" submit={submit} onDone={() => undefined} onCancel={() => undefined} />,
    { texts: ['sessions', 'sessions/run-sheet', 'identity'] },
  );
  await user.type(screen.getByLabelText('Rozpísané'), 'Почате');
  await user.click(screen.getByRole('radio', { name: /^Ideathon/ }));
  await user.click(screen.getByRole('radio', { name: /^Informácia/ }));
  await user.click(screen.getByRole('button', { name: 'Uložiť aktivitu' }));
  await waitFor(() => expect(submit).toHaveBeenCalled());
  expect(submit.mock.calls[0]![0]).toMatchObject({ title: 'Rozpísané', second: { language: 'uk', pairs: [{ of: 'Rozpísané', is: 'Почате' }] }, plan: PLAIN_PLAN });
});
