import { beforeEach, describe, expect, test } from '@jest/globals';
import type { CanvasField, FillField, OwnTeam } from '@spolu/contracts/activities/ideathon';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor } from '@testing-library/react';
import { type ReactElement, useState } from 'react';
import { givenServer } from '../../../testing/server.ts';
import { InTwoLanguages } from '../../in-both.tsx';
import { givenPhone } from '../../phone/given-phone.tsx';
import { PhoneCanvas } from './phone-canvas.tsx';

const settings = {
  challenge: 'Ako ochladíme sídlisko?', brief: '', goodProposal: [], teamMin: 2, teamMax: 4, audience: null,
  fields: [{ title: 'Problém', hint: 'Čo sa deje?', required: true }, { title: 'Peniaze', hint: '', required: false }],
};
const empty: CanvasField = { text: '', revision: 0, writtenAt: null };
const stands = (text: string, revision: number): CanvasField => ({ text, revision, writtenAt: '2026-11-22T10:00:00.000Z' });
const team = (...canvas: CanvasField[]): OwnTeam => ({ id: 'team-1', notes: [], canvas: [...canvas, empty, empty].slice(0, 2) });

function Canvas({ now, open = true }: { now: OwnTeam; open?: boolean }) {
  const [answered, setAnswered] = useState<OwnTeam | null>(null);
  return <PhoneCanvas team={answered ?? now} settings={settings} open={open} onChange={(answer) => setAnswered(answer.team)} onStale={() => undefined} />;
}
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Problém/ });

beforeEach(() => localStorage.clear());

describe('the canvas on the phone', () => {
  test('what is written is saved on the revision that she saw, and what is missing is said', async () => {
    const { commands } = givenServer({ 'PUT /teams/team-1/canvas': { team: team(stands('Horúčava', 1)) } });
    const { user } = givenPhone(<Canvas now={team()} />);
    expect(screen.getByText('Ešte chýba: Problém')).toBeTruthy();
    await user.type(field(), ' Horúčava ');
    await user.click(screen.getByRole('button', { name: 'Uložiť: Problém' }));
    await waitFor(() => expect(screen.getByText('Povinné polia sú vyplnené.')).toBeTruthy());
    expect(commands.map(({ body }) => body as FillField)).toEqual([{ field: 0, text: 'Horúčava', revision: 0 }]);
    expect(screen.getByText('Uložené')).toBeTruthy();
  });

  test('in a session of two languages its fields, and what they are called for ears, are in both', async () => {
    givenServer({});
    const second = [{ of: 'Problém', is: 'Проблема' }, { of: 'Čo sa deje?', is: 'Що відбувається?' }];
    const inTwo = (canvas: ReactElement) => <InTwoLanguages room={{ language: 'sk', secondLanguage: 'uk' }} activity={{ second }}>{canvas}</InTwoLanguages>;
    const { user, show } = givenPhone(inTwo(<Canvas now={team()} />));
    expect(screen.getByText('Ešte chýba: Problém / Проблема')).toBeTruthy();
    expect(screen.getByText('Проблема').lang).toBe('uk');
    expect(screen.getByText('Що відбувається?').lang).toBe('uk');
    await user.type(field(), 'Horúčava');
    expect(screen.getByRole('button', { name: 'Uložiť: Problém / Проблема' })).toBeTruthy();
    show(inTwo(<Canvas now={team(stands('Horúčava', 1))} open={false} />));
    expect(screen.getByRole('heading', { name: 'Problém / Проблема' })).toBeTruthy();
  });

  test('what somebody else wrote meanwhile is shown beside hers, and nothing is sent until she chooses', async () => {
    const { commands } = givenServer({ 'PUT /teams/team-1/canvas': { team: team(stands('Ich\nMoje', 3)) } });
    const { user, show } = givenPhone(<Canvas now={team(stands('Prvé', 1))} />);
    await user.clear(field());
    await user.type(field(), 'Moje');
    show(<Canvas now={team(stands('Ich', 2))} />);
    expect(screen.getByRole('alert').textContent).toContain('Ich');
    await user.tab();
    expect(commands).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Spojiť obe' }));
    expect(field().value).toBe('Ich\nMoje');
    await user.click(screen.getByRole('button', { name: 'Uložiť: Problém' }));
    await waitFor(() => expect(commands.map(({ body }) => body as FillField)).toEqual([{ field: 0, text: 'Ich\nMoje', revision: 2 }]));
  });

  test('words that are refused stay, also after a reload and after the stage is over', async () => {
    givenServer({
      'PUT /teams/team-1/canvas': () => {
        throw new Problem('ideathon/not-now');
      },
    });
    const { user, unmount } = givenPhone(<Canvas now={team()} />);
    await user.type(field(), 'Horúčava');
    await user.tab();
    await screen.findByText('Na toto je teraz iný krok ideathonu.');
    unmount();
    const again = givenPhone(<Canvas now={team()} />);
    expect(field().value).toBe('Horúčava');
    again.show(<Canvas now={team()} open={false} />);
    expect(screen.getByText('Horúčava')).toBeTruthy();
  });
});
