import { expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { PersonField } from './person-field.tsx';

const anna = (n: number) => ({ id: `a${n}`, name: `Anna Nováková ${n}`, email: `anna${n}@bb.sk` });

/** Of a hundred of one name twenty are answered at a time. */
async function openField(answer = (search: string): object => ({ items: search === 'anna 2' ? [anna(2)] : search === 'zzz' ? [] : [anna(1), anna(2), anna(3)], next: search === '' ? 'more' : null })) {
  const asked: string[] = [];
  const server = givenServer({
    'GET /people': ({ url }: { url: URL }) => {
      asked.push(url.search);
      return answer(url.searchParams.get('search') ?? '');
    },
  });
  function Field() {
    const [personId, setPersonId] = useState<string | null>(null);
    return (
      <>
        <PersonField id="person" label="Človek" onChange={setPersonId} error={null} />
        <output>{personId ?? 'nikto'}</output>
      </>
    );
  }
  const page = await renderPage(<Field />, { texts: ['identity'] });
  const field = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Človek' });
  return { ...page, ...server, asked, field, chosen: () => document.querySelector('output')!.textContent };
}

test('somebody is found by typing and chosen from the keyboard; other words are nobody until chosen again', async () => {
  const { user, asked, field, chosen } = await openField();
  await user.click(field);
  expect(await screen.findByText('Je ich viac, ako sa zmestí. Píšte meno.', { selector: '[role=status]' })).toBeTruthy();
  await user.type(field, 'anna 2');
  await waitFor(() => expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Anna Nováková 2anna2@bb.sk']));
  await user.keyboard('{ArrowDown}{Enter}');
  expect([field.value, chosen()]).toEqual(['Anna Nováková 2', 'a2']);
  await user.type(field, '{Backspace}');
  expect(chosen()).toBe('nikto');
  // not each letter asks, and never for all of them
  expect(asked).toEqual(['?active=yes&limit=20', expect.stringContaining('search=anna+2'), ...asked.slice(2)]);
  expect(asked.every((query) => query.includes('limit=20'))).toBe(true);
});

test('what was typed and not chosen does not stay as if it were', async () => {
  const { user, field, chosen } = await openField();
  await user.type(field, 'an');
  await user.tab();
  await waitFor(() => expect(field.value).toBe(''));
  expect(chosen()).toBe('nikto');
});

test('says that nobody is called so, and why nobody came', async () => {
  const { user, field } = await openField((search) => {
    if (search === 'zzz') return { items: [], next: null };
    throw new Problem('forbidden');
  });
  await user.click(field);
  expect((await screen.findAllByText('Na toto nemáte oprávnenie.')).length).toBeGreaterThan(0);
  await user.type(field, 'zzz');
  expect(await screen.findByText('Nikoho takého sme nenašli.')).toBeTruthy();
});
