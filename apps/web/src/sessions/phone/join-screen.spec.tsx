import { describe, expect, jest, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor } from '@testing-library/react';
import { givenServer } from '../../testing/server.ts';
import { givenPhone } from './given-phone.tsx';
import { CodeScreen, JoinScreen } from './join-screen.tsx';

const offer = { sessionId: 'session-1', sessionTitle: 'Druhá dielňa', welcome: 'Vitajte.', language: 'sk' as const };
const joined = { participantId: 'p', sessionId: 'session-1', receipt: null };

describe('typing the code', () => {
  test.each(['session/code-invalid', 'invalid-input'] as const)('a wrong one and a short one are the same to her (%s)', (code) => {
    givenPhone(<CodeScreen failure={new Problem(code)} onCode={() => undefined} />);
    expect(screen.getByText('Tento kód neplatí. Skontrolujte ho na obrazovke v sále.')).toBeTruthy();
  });
});

describe('joining', () => {
  test('is one tap: without a name she is anonymous', async () => {
    const { commands } = givenServer({ 'POST /joins': joined });
    const onJoined = jest.fn();
    const { user } = givenPhone(<JoinScreen code="ABCD2345" offer={offer} onJoined={onJoined} />);
    expect(screen.getByRole('heading', { name: 'Druhá dielňa' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Vstúpiť anonymne' }));
    await waitFor(() => expect(onJoined).toHaveBeenCalledWith(joined));
    expect(commands).toMatchObject([{ request: 'POST /joins', body: { code: 'ABCD2345', nickname: null, sector: null, language: 'sk' } }]);
  });

  test('tells in both languages where she is invited to', () => {
    const second = { language: 'uk' as const, pairs: [{ of: 'Druhá dielňa', is: 'Друга майстерня' }, { of: 'Vitajte.', is: 'Ласкаво просимо.' }] };
    givenPhone(<JoinScreen code="ABCD2345" offer={{ ...offer, second }} onJoined={() => undefined} />);
    expect(screen.getByRole('heading', { name: 'Druhá dielňa / Друга майстерня' })).toBeTruthy();
    expect(screen.getByText('Ласкаво просимо.').getAttribute('lang')).toBe('uk');
  });

  test('the button says under which name she goes in', async () => {
    const { commands } = givenServer({ 'POST /joins': joined });
    const { user } = givenPhone(<JoinScreen code="ABCD2345" offer={offer} onJoined={() => undefined} />);
    await user.type(screen.getByRole('textbox', { name: 'Ako vás máme volať?' }), ' Zuzka ');
    await user.click(screen.getByRole('button', { name: 'Vstúpiť ako Zuzka' }));
    await waitFor(() => expect(commands).toMatchObject([{ body: { nickname: 'Zuzka' } }]));
  });

  test('a closed door is said in plain words, the name stays, and trying again is the same joining', async () => {
    let open = false;
    const { commands } = givenServer({
      'POST /joins': () => {
        if (!open) throw new Problem('session/door-closed');
        return joined;
      },
    });
    const onJoined = jest.fn();
    const { user } = givenPhone(<JoinScreen code="ABCD2345" offer={offer} onJoined={onJoined} />);
    await user.type(screen.getByRole('textbox', { name: 'Ako vás máme volať?' }), 'Zuzka');
    await user.click(screen.getByRole('button', { name: 'Vstúpiť ako Zuzka' }));
    await screen.findByText(/Vstup je teraz zatvorený/);
    open = true;
    await user.click(screen.getByRole('button', { name: 'Vstúpiť ako Zuzka' }));
    await waitFor(() => expect(onJoined).toHaveBeenCalled());
    expect(commands[0]?.key).toBe(commands[1]?.key);
  });

  test('a name that is too long is said at the field and not sent', async () => {
    const { commands } = givenServer({ 'POST /joins': joined });
    const { user } = givenPhone(<JoinScreen code="ABCD2345" offer={offer} onJoined={() => undefined} />);
    await user.type(screen.getByRole('textbox', { name: 'Ako vás máme volať?' }), 'Z'.repeat(41));
    await user.click(screen.getByRole('button', { name: /Vstúpiť ako/ }));
    expect(screen.getByText('Najviac 40 znakov.')).toBeTruthy();
    expect(commands).toEqual([]);
  });
});
