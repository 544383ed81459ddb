import type { ActivitySettings, SettingsOf } from '@spolu/contracts/activities/kinds';
import type { Language } from '@spolu/contracts/common';
import type { BlockType } from '@spolu/contracts/run-sheet';

/** What a block says in one language. `purpose` and `staffNotes` are for the team alone. */
export interface ReadyBlockText {
  title: string;
  instruction: string;
  purpose: string;
  staffNotes: string;
  /** Titles of the frames that notes go to. */
  frames?: readonly string[];
  /** A challenge to be replaced by the town's own, and what each team fills in. */
  ideathon?: { challenge: string; brief: string; goodProposal: readonly string[]; fields: SettingsOf<'ideathon'>['fields'] };
}

/** `blocks` in the order of the sheet's. */
export interface ReadySheetText {
  title: string;
  purpose: string;
  blocks: readonly ReadyBlockText[];
}

export interface ReadyBlock {
  type: BlockType;
  minutes: number;
  /** Cannot be shorter; left out: takes as long as it takes. */
  shortestMinutes?: number;
  /** May be left out when time runs short. */
  optional?: true;
  settings: (text: ReadyBlockText) => ActivitySettings;
}

/** A run sheet that comes with the program, complete in every language. */
export interface ReadySheetContent {
  id: string;
  startsAt: string;
  blocks: readonly ReadyBlock[];
  texts: Record<Language, ReadySheetText>;
}

export const information = (): ActivitySettings => ({ kind: 'information' });
export const pause = (): ActivitySettings => ({ kind: 'break' });
export const notes = (mode: 'open' | 'hidden' | 'anonymous') => ({ frames = [] }: ReadyBlockText): ActivitySettings => ({ kind: 'brainstorm', mode, frames: [...frames] });
