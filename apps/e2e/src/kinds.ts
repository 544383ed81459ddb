interface OneKind {
  kind: string;
  of?: string;
  isCounted: boolean;
  settings: object;
}
/** `question-choice`, where a kind comes in several forms. */
export const nameOf = ({ kind, of }: Pick<OneKind, 'kind' | 'of'>): string => (of ? `${kind}-${of}` : kind);

/** Each kind as the form of an activity would make it; one is started after the other, on all screens. */
export const KINDS: OneKind[] = [
  { kind: 'information', isCounted: false, settings: {} },
  { kind: 'brainstorm', isCounted: false, settings: { mode: 'open', frames: ['Trápi nás', 'Potrebujeme'], howMightWe: 'Ako by sme mohli ochladiť námestie v lete?' } },
  { kind: 'brainstorm', of: 'inbox', isCounted: false, settings: { mode: 'open', frames: ['Trápi nás', 'Potrebujeme'], moderated: true } },
  { kind: 'brainstorm', of: 'sheets', isCounted: false, settings: { mode: 'hidden', frames: [], way: { kind: 'brainwriting', rounds: 6 } } },
  { kind: 'brainstorm', of: 'word', isCounted: false, settings: { mode: 'open', frames: [], way: { kind: 'round-robin' } } },
  { kind: 'cluster', isCounted: false, settings: {} },
  // of the clusters that were made in the one before
  { kind: 'dot-vote', isCounted: true, settings: { dots: 3, perOption: null } },
  { kind: 'q-and-a', isCounted: false, settings: { moderated: true } },
  {
    kind: 'breakout', isCounted: false,
    settings: { deal: 'random', tableCount: 3, seats: null, hosts: false, visitors: 'look', questions: ['Čo vieme urobiť do roka?'], places: [], frames: ['Nápady'] },
  },
  {
    kind: 'ideathon', isCounted: false,
    settings: {
      challenge: 'Ako ochladíme sídlisko?', brief: 'V lete je tu o päť stupňov viac než v parku.', goodProposal: ['Dá sa urobiť do dvoch rokov'], teamMin: 3, teamMax: 6,
      fields: [{ title: 'Problém', hint: 'Koho sa týka?', required: true }], canvasMinutes: 60, pitchMinutes: 3, audience: { dots: 3, perOption: 1, ownTeam: false },
      jury: { criteria: [{ title: 'Prínos pre mesto', weight: 3, anchors: ['žiadny', '', 'pre všetkých'] }, { title: 'Dá sa to urobiť', weight: 1, anchors: ['nie', 'áno'] }] },
    },
  },
  { kind: 'pulse', isCounted: true, settings: { secrecy: 'secret', options: ['Mohol/mohla som povedať, čo som chcel/a.', 'Viem, čo bude nasledovať.', 'Na ďalšie stretnutie by som prišiel/prišla znova.'] } },
  { kind: 'timer', isCounted: false, settings: {} },
  { kind: 'break', isCounted: false, settings: {} },
  { kind: 'consent', isCounted: true, settings: { secrecy: 'blind' } },
  { kind: 'fist-to-five', isCounted: true, settings: { secrecy: 'open' } },
  { kind: 'gradients', isCounted: true, settings: { secrecy: 'secret' } },
  { kind: 'ranking', isCounted: true, settings: { secrecy: 'blind', options: ['Strechy na školách', 'Poradňa pre domácnosti', 'Tieň na námestí'] } },
  {
    kind: 'question', of: 'choice', isCounted: true,
    settings: { secrecy: 'blind', form: { type: 'choice', options: ['Pri fontáne', 'Pod stromami na severnej strane námestia', 'Najnezodpovednejšie neprispôsobiteľné', 'Nikde'], most: 2 } },
  },
  { kind: 'question', of: 'scale', isCounted: true, settings: { secrecy: 'blind', form: { type: 'scale', steps: 10, low: 'vôbec nie', high: 'úplne spokojný/á' } } },
  { kind: 'question', of: 'number', isCounted: true, settings: { secrecy: 'open', form: { type: 'number', unit: 'km', from: 0, to: 200 } } },
  { kind: 'question', of: 'text', isCounted: true, settings: { secrecy: 'secret', form: { type: 'text' } } },
  { kind: 'question', of: 'words', isCounted: true, settings: { secrecy: 'blind', form: { type: 'words', most: 3 } } },
  { kind: 'estimate', isCounted: true, settings: { secrecy: 'blind', options: ['Strechy na školách', 'Poradňa pre domácnosti'], x: 'Náročnosť', y: 'Prínos' } },
];

const ANSWERS: Record<string, (options: { id: string }[]) => object> = {
  consent: () => ({ kind: 'consent', stance: 'objection', reason: 'Chýba rozpočet.' }),
  'fist-to-five': () => ({ kind: 'fist-to-five', fingers: 4 }),
  gradients: () => ({ kind: 'gradients', gradient: 'reservations' }),
  pulse: (options) => ({ kind: 'pulse', scores: options.map(({ id }, i) => ({ optionId: id, score: 5 - i })), words: 'Bolo tu teplo.' }),
  ranking: (options) => ({ kind: 'ranking', ranking: options.map(({ id }) => id).reverse() }),
  'question-choice': ([first, second]) => ({ kind: 'question', answer: { type: 'choice', chosen: [first!.id, second!.id] } }),
  'question-scale': () => ({ kind: 'question', answer: { type: 'scale', step: 8 } }),
  'question-number': () => ({ kind: 'question', answer: { type: 'number', number: 12.5 } }),
  'question-text': () => ({ kind: 'question', answer: { type: 'text', text: 'Najviac mi chýba tieň a miesto, kde si dá sadnúť aj starší človek s nákupom. <b>Stromy!</b>' } }),
  'question-words': () => ({ kind: 'question', answer: { type: 'words', words: ['tieň', 'lavičky', 'najnezodpovednejšie'] } }),
  estimate: (options) => ({ kind: 'estimate', estimates: options.map(({ id }, i) => ({ optionId: id, x: 2 + 3 * i, y: 8 - 3 * i })) }),
};

interface AskedPart {
  settings?: { secrecy: string };
  options: { id: string }[];
}
/** How the phone answers: the command's method, its path below the activity, and what it says. */
export function answerOf(one: OneKind, part: AskedPart): ['POST' | 'PUT', string, object] {
  if (one.kind === 'dot-vote') return ['PUT', 'ballot', { dots: part.options.slice(0, 1).map(({ id }) => ({ optionId: id, count: 2 })) }];
  const value = ANSWERS[nameOf(one)]!(part.options);
  return part.settings?.secrecy === 'secret' ? ['POST', 'secret-answer', { value }] : ['PUT', 'answer', { value }];
}
/** What all screens say once the result is shown. */
export const ANSWERED = /(Odpovedal[oi]?|Hlasovalo)\s1\sz/;
