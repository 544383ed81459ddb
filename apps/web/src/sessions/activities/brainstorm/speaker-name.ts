import type { RoomSpeaker } from '@spolu/contracts/activities/brainstorm';

/** Who has the word, as she is called in the hall: somebody without a name by the number as which she came. */
export const speakerName = ({ name, number }: Pick<RoomSpeaker, 'name' | 'number'>, guest: (number: number) => string): string => name ?? guest(number);
