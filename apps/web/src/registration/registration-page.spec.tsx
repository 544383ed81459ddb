import { describe, expect, test } from '@jest/globals';
import type { RegistrationPage as View, RegistrationReceipt, RegistrationRow } from '@spolu/contracts/registration';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { MyRegistrationPage } from './my-registration-page.tsx';
import { RegistrationPage } from './registration-page.tsx';
import { RegistrationsPage } from './registrations-page.tsx';

const view: View = {
  sessionId: 's', title: 'Dielňa o energii', kind: 'workshop', welcome: 'Vitajte!', processId: 'p', processTitle: 'Energia', days: [{ on: '2026-12-07', startsAt: '16:15', endsAt: '18:15' }], place: 'Radnica',
  language: 'sk', state: 'preparing', open: true, capacity: 30, audience: 'Pre susedov', public: true, freeCount: 2, waitingCount: 0,
  consents: [
    { kind: 'photo', version: 1, text: 'Smiete ma fotiť.', language: 'sk', given: false, decidedAt: null },
    { kind: 'contact', version: 1, text: 'Chcem e-maily.', language: 'sk', given: false, decidedAt: null },
  ],
  may: { plan: true, keepDoor: true },
};
const nobody = { person: null, roles: [], participants: [] };
const SECRET = 'a'.repeat(43);

describe('the page that invites', () => {
  const open = (answers: Parameters<typeof givenServer>[0]) => {
    const server = givenServer({ 'GET /me': nobody, ...answers });
    return { server, rendered: renderPage(<RegistrationPage />, { texts: ['registration', 'sessions', 'provenance'], at: '/sessions/s/registration', path: '/sessions/:id/registration' }) };
  };

  test('tells what, when, where, for whom, and takes a sign-up without an account', async () => {
    const { server, rendered } = open({ 'GET /sessions/*/registration': view, 'POST /sessions/*/registrations': { state: 'registered', receipt: { secret: SECRET, url: `https://spolu.example/registration#${SECRET}` } } });
    const { user } = await rendered;
    for (const fact of ['7. decembra 2026, 16:15 – 18:15', 'Radnica', 'Pre susedov', 'Ešte 2 voľné miesta z 30.']) await screen.findByText(fact);
    await user.type(screen.getByRole('textbox', { name: 'Meno alebo prezývka' }), 'Zuzka');
    await user.click(screen.getByRole('checkbox', { name: 'Prístup bez schodov' }));
    await user.click(screen.getByRole('checkbox', { name: 'Smiete ma fotiť.' }));
    await user.click(screen.getByRole('button', { name: 'Prihlásiť sa' }));
    expect(document.activeElement).toBe(await screen.findByRole('heading', { name: 'Ste prihlásení' }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Odkaz na vaše prihlásenie' }).value).toContain(`#${SECRET}`);
    expect(server.commands).toMatchObject([{
      request: 'POST /sessions/s/registrations',
      body: { name: 'Zuzka', email: null, people: 1, needs: ['step-free'], needsNote: '', language: 'sk', consents: [{ kind: 'photo', version: 1, language: 'sk' }] },
    }]);
  });

  test('asks about letters only whoever gives an address', async () => {
    const { user } = await open({ 'GET /sessions/*/registration': view }).rendered;
    const email = await screen.findByRole('textbox', { name: /^E-mail/ });
    expect(screen.queryByRole('checkbox', { name: 'Chcem e-maily.' })).toBeNull();
    await user.type(email, 'z@example.org');
    screen.getByRole('checkbox', { name: 'Chcem e-maily.' });
  });

  test('sent again after a refusal, is the same sign-up: one key', async () => {
    let refused = false;
    const { server, rendered } = open({
      'GET /sessions/*/registration': { ...view, freeCount: 0 },
      'POST /sessions/*/registrations': () => {
        if (refused) return { state: 'waiting', receipt: { secret: SECRET, url: 'https://spolu.example/registration#x' } };
        refused = true;
        throw new Problem('unavailable');
      },
    });
    const { user } = await rendered;
    await user.type(await screen.findByRole('textbox', { name: 'Meno alebo prezývka' }), 'Zuzka');
    const send = screen.getByRole('button', { name: 'Zapísať sa medzi čakajúcich' });
    await user.click(send);
    await screen.findByRole('alert');
    await user.click(send);
    await screen.findByRole('heading', { name: 'Ste medzi čakajúcimi' });
    expect(new Set(server.commands.map(({ key }) => key)).size).toBe(1);
  });

  test('names what is missing', async () => {
    const { user } = await open({ 'GET /sessions/*/registration': view }).rendered;
    await user.click(await screen.findByRole('button', { name: 'Prihlásiť sa' }));
    await screen.findByRole('link', { name: /^Meno alebo prezývka/ });
  });

  test.each([
    ['before it opens', { open: false }, 'Prihlasovanie je zatvorené'],
    ['while the session runs', { state: 'open', open: false }, 'Stretnutie sa práve koná'],
    ['once it is over', { state: 'closed', open: false }, 'Stretnutie sa už konalo'],
  ] as const)('%s says so and asks for nothing', async (_, changes, said) => {
    await open({ 'GET /sessions/*/registration': { ...view, ...changes } }).rendered;
    await screen.findByText(said);
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('her own sign-up', () => {
  const { consents, may: _, ...page } = view;
  const receipt: RegistrationReceipt = {
    id: 'r', page, state: 'waiting', placeInLine: 3, name: 'Zuzka', email: null, people: 2, needs: [], needsNote: '', language: 'sk', arrived: false, erased: false, consents, may: { change: true, cancel: true },
  };
  const open = async (answers: Parameters<typeof givenServer>[0]) => {
    window.history.replaceState(null, '', `/registration#${SECRET}`);
    const server = givenServer({ 'GET /me': nobody, 'POST /registration-lookups': receipt, ...answers });
    return { server, ...(await renderPage(<MyRegistrationPage />, { texts: ['registration', 'provenance'] })) };
  };

  test('is opened by a secret that leaves the address, and says her place in line', async () => {
    const { server } = await open({});
    await screen.findByText('Čakáte na miesto, v poradí ste 3.');
    expect(window.location.hash).toBe('');
    expect(server.commands[0]).toMatchObject({ request: 'POST /registration-lookups', body: { secret: SECRET } });
  });

  test('grows no further than there is room: the complaint stands at the number of people', async () => {
    const { user } = await open({ 'POST /registration-changes': () => { throw new Problem('registration/no-room'); } });
    await user.click(await screen.findByRole('button', { name: 'Zmeniť údaje' }));
    await user.click(screen.getByRole('button', { name: 'Uložiť zmeny' }));
    expect((await screen.findByRole('textbox', { name: 'Koľko vás príde' })).getAttribute('aria-invalid')).toBe('true');
  });

  test('is erased only after a second question', async () => {
    const { server, user } = await open({ 'POST /registration-erasures': () => undefined });
    await user.click(await screen.findByRole('button', { name: 'Vymazať moje údaje' }));
    expect(server.commands.some(({ request }) => request === 'POST /registration-erasures')).toBe(false);
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Vymazať' }));
    await waitFor(() => expect(server.commands).toContainEqual(expect.objectContaining({ request: 'POST /registration-erasures', body: { secret: SECRET } })));
  });

  test('by a link that is not whole asks for the rest of it', async () => {
    window.history.replaceState(null, '', '/registration');
    givenServer({ 'GET /me': nobody });
    await renderPage(<MyRegistrationPage />, { texts: ['registration', 'provenance'] });
    await screen.findByText('Odkaz nie je celý');
  });
});

describe('the door', () => {
  const row = (id: string, name: string, more: Partial<RegistrationRow> = {}): RegistrationRow => ({
    id, name, email: null, people: 1, needs: [], needsNote: '', language: 'sk', state: 'registered', walkIn: false, arrivedAt: null, photo: true, ...more,
  });
  const rows = [row('1', 'Ján Novák', { people: 3, photo: false }), row('2', 'Žofia Nováková', { needs: ['step-free'], needsNote: 'Vozík' })];
  const summary = { registered: 4, waiting: 0, arrived: 0, walkIns: 0, capacity: 30, needs: [{ need: 'step-free', count: 1 }], needsNotes: ['Vozík'], languages: [{ language: 'sk', count: 4 }] };
  const open = async (answers: Parameters<typeof givenServer>[0] = {}) => {
    const server = givenServer({
      'GET /me': nobody, 'GET /sessions/*/registration': view, 'GET /sessions/*/registration-summary': summary, 'GET /sessions/*/registrations': { items: rows, next: null }, ...answers,
    });
    const rendered = await renderPage(<RegistrationsPage />, { texts: ['registration'], at: '/sessions/s/registrations', path: '/sessions/:id/registrations' });
    await screen.findByRole('checkbox', { name: /Žofia/ });
    return { server, ...rendered };
  };

  test('tells what to prepare, and of each who she is, what she needs and whether she may be photographed', async () => {
    await open();
    expect(within(screen.getByRole('region', { name: 'Koľko ľudí a čo pripraviť' })).getByText('4 z 30')).toBeTruthy();
    const jan = screen.getByRole('checkbox', { name: 'Ján Novák · 3 ľudia' }).closest('li')!;
    within(jan).getByText('bez fotografie');
    within(screen.getByRole('checkbox', { name: /Žofia/ }).closest('li')!).getByText('Prístup bez schodov · Vozík');
  });

  test('finds a name without its accents, ticks it at once and says it to the others', async () => {
    const { server, user } = await open({ 'PUT /registrations/*/arrival': () => undefined });
    await user.type(screen.getByRole('searchbox', { name: /^Hľadať/ }), 'zof');
    expect(screen.queryByRole('checkbox', { name: /Ján/ })).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: /Žofia/ }));
    expect(server.commands).toMatchObject([{ request: 'PUT /registrations/2/arrival', body: { arrived: true } }]);
  });

  test('a tick that was not taken is gone again', async () => {
    let refuse = () => undefined as void;
    const { user } = await open({ 'PUT /registrations/*/arrival': () => new Promise((_, reject) => { refuse = () => reject(new Problem('conflict')); }) });
    const isTicked = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /Žofia/ }).checked;
    await user.click(screen.getByRole('checkbox', { name: /Žofia/ }));
    expect(isTicked()).toBe(true);
    refuse();
    await waitFor(() => expect(isTicked()).toBe(false));
  });

  test('whoever waits for a seat is let in past the others only after a second thought', async () => {
    const { server, user } = await open({ 'GET /sessions/*/registrations': { items: [row('3', 'Žofia Čakajúca', { state: 'waiting' })], next: null }, 'PUT /registrations/*/arrival': () => undefined });
    const tick = () => user.click(screen.getByRole('checkbox', { name: /Žofia/ }));
    await tick();
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Zrušiť' }));
    expect([server.commands, screen.getByRole<HTMLInputElement>('checkbox', { name: /Žofia/ }).checked]).toEqual([[], false]);
    await tick();
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Pustiť dnu' }));
    await waitFor(() => expect(server.commands).toMatchObject([{ request: 'PUT /registrations/3/arrival', body: { arrived: true } }]));
  });

  test('somebody without a sign-up is noted with what was searched for in vain', async () => {
    const { server, user } = await open({ 'POST /sessions/*/walk-ins': { id: '3' } });
    await user.type(screen.getByRole('searchbox', { name: /^Hľadať/ }), 'Adela');
    await screen.findByText('Nikto s týmto menom');
    await user.click(screen.getByRole('button', { name: 'Niekto bez prihlásenia' }));
    await user.click(screen.getByRole('button', { name: 'Je tu' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.commands).toMatchObject([{ request: 'POST /sessions/s/walk-ins', body: { name: 'Adela', people: 1, needs: [], needsNote: '', language: 'sk' } }]);
  });

  test('of a session that is not public warns that nobody from outside comes by', async () => {
    await open({ 'GET /sessions/*/registration': { ...view, public: false } });
    await screen.findByText(/nie sú verejné/);
  });
});
