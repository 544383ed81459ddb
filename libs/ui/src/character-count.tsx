export interface CharacterCountProps {
  length: number;
  max: number;
  left: (count: number) => string;
  over: (count: number) => string;
}

/** Quiet until a fifth of the room is left, then said aloud too. Also used by the phone. */
export function CharacterCount({ length, max, left, over }: CharacterCountProps) {
  const room = max - length;
  const near = room <= max / 5;
  return (
    <span className="ui-count" data-over={room < 0 || undefined} aria-live={near ? 'polite' : 'off'}>
      {near ? (room < 0 ? over(-room) : left(room)) : ' '}
    </span>
  );
}
