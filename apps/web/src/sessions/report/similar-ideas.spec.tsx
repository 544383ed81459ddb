import { expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { renderPage } from '../../testing/render-page.tsx';
import { givenServer } from '../../testing/server.ts';
import { SimilarIdeas } from './similar-ideas.tsx';

function Form() {
  const [text, setText] = useState('');
  return (
    <>
      <input aria-label="text" value={text} onChange={(event) => setText(event.target.value)} />
      <SimilarIdeas processId="p" text={text} />
    </>
  );
}

test('what is similar comes once she pauses, opens beside her form, and goes when nothing is', async () => {
  const asked: (string | null)[] = [];
  givenServer({
    'GET /processes/p/similar-ideas': ({ url }: { url: URL }) => {
      asked.push(url.searchParams.get('text'));
      return url.searchParams.get('text') === 'lavičky' ? [{ id: 'i', title: 'Viac lavičiek', summary: '' }] : [];
    },
  });
  const { user } = await renderPage(<Form />, { texts: ['sessions'], at: '/', path: '/' });
  await user.type(screen.getByLabelText('text'), 'lavičky');
  const link = await screen.findByRole('link', { name: /^Viac lavičiek/ });
  expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['/ideas/i', '_blank']);
  expect(screen.getByText('Podobný nápad už v procese je:')).toBeTruthy();
  expect(asked).toEqual(['lavičky']);
  await user.type(screen.getByLabelText('text'), ' a psy');
  await waitFor(() => expect(screen.queryByRole('link')).toBeNull());
});
