/** Somebody of the circle. */
export interface Seat {
  id: string;
  /** She was asked to leave. */
  isGone: boolean;
  /** The word went past her, and she is not back. */
  isAway: boolean;
  /** The word went past her, and she came back then: the next free turn is hers. */
  backAt: Date | null;
}
/** Who has the word, and from whose place it goes round. */
export interface WordAt {
  participantId: string | null;
  placeId: string | null;
}

/**
 * Who has the word then, and after them: first those it is owed to, then the circle in the order in which people came and round again. Nobody twice, nobody who
 * is gone or away; who has the word comes last.
 */
export function after(circle: readonly Seat[], { participantId, placeId }: WordAt): string[] {
  const at = circle.findIndex(({ id }) => id === placeId);
  const round = [...circle.slice(at + 1), ...circle.slice(0, at + 1)];
  const owed = round.filter(({ backAt }) => backAt).sort((a, b) => Number(a.backAt) - Number(b.backAt));
  const ids = [...new Set([...owed, ...round].filter(({ isGone, isAway }) => !isGone && !isAway).map(({ id }) => id))];
  return [...ids.filter((id) => id !== participantId), ...ids.filter((id) => id === participantId)];
}

/** Since when who has the word has been without signal in this turn of hers. */
export interface Silence {
  turn: number;
  since: Date;
}

/** @returns null: she is here, or the word was given to her by hand, or nobody else is here who could go on */
export function silenceOf(
  word: { turn: number; participantId: string | null; isGiven: boolean },
  circle: readonly Seat[],
  isHere: (id: string) => boolean,
  before: Silence | undefined,
  now: Date,
): Silence | null {
  const { turn, participantId, isGiven } = word;
  if (participantId === null || isGiven || isHere(participantId)) return null;
  if (!circle.some(({ id, isGone }) => id !== participantId && !isGone && isHere(id))) return null;
  return before?.turn === turn ? before : { turn, since: now };
}
