import { expect, test } from '@jest/globals';
import type { SurveyOffer } from '@spolu/contracts/feedback';
import { screen, waitFor } from '@testing-library/react';
import { givenServer } from '../../testing/server.ts';
import { givenPhone } from './given-phone.tsx';
import { SurveyCard } from './survey-card.tsx';

const offered = (offer: Partial<SurveyOffer>) => {
  const asked: string[] = [];
  givenServer({
    'GET /sessions/*/survey': ({ url }) => {
      asked.push(url.pathname);
      return { isOpen: false, closesAt: '2026-11-29T12:00:00.000Z', graceUntil: null, given: false, ...offer };
    },
  });
  givenPhone(<SurveyCard sessionId="s1" />);
  return asked;
};

test('whoever had opened the survey before its end is told until when she may send it', async () => {
  offered({ graceUntil: new Date(2026, 10, 29, 13, 30).toISOString() });
  expect(await screen.findByText('Dotazník sa skončil. Začali ste ho vypĺňať včas, preto ho môžete odoslať ešte do 13:30.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Vyplniť dotazník' })).toBeTruthy();
});

test('once it is over nothing is offered', async () => {
  const asked = offered({});
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(screen.queryByRole('region')).toBeNull();
});
