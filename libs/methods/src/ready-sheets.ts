import type { Language } from '@spolu/contracts/common';
import type { ReadySheet } from '@spolu/contracts/methods';
import { PLAIN_PLAN } from '@spolu/contracts/run-sheet';
import type { EditActivity } from '@spolu/contracts/sessions';
import halfDayDialogue from './sheets/half-day-dialogue.ts';
import oneDayIdeathon from './sheets/one-day-ideathon.ts';
import type { ReadySheetContent } from './sheets/ready-sheet-content.ts';
import twoHourWorkshop from './sheets/two-hour-workshop.ts';

/** The shortest first: what a newcomer begins with. */
const ALL: readonly ReadySheetContent[] = [twoHourWorkshop, halfDayDialogue, oneDayIdeathon];

/** All of them in one language, for a list. */
export const readySheets = (language: Language): ReadySheet[] =>
  ALL.map(({ id, blocks, texts }) => {
    const { title, purpose } = texts[language];
    return { id, title, purpose, blockCount: blocks.length, minutes: blocks.reduce((sum, { minutes }) => sum + minutes, 0) };
  });

/** One day with its blocks, ready to be a session's own; `undefined` if there is none of that id. */
export function readySheet(id: string, language: Language): { startsAt: string; blocks: Required<Omit<EditActivity, 'second' | 'openUntil'>>[] } | undefined {
  const found = ALL.find((sheet) => sheet.id === id);
  return found && {
    startsAt: found.startsAt,
    blocks: found.blocks.map(({ type, minutes, shortestMinutes = null, optional = false, settings }, i) => {
      const text = found.texts[language].blocks[i]!;
      const { title, instruction, staffNotes, purpose } = text;
      return { title, instruction, staffNotes, minutes, methodId: null, settings: settings(text), day: 1, plan: { ...PLAIN_PLAN, type, purpose, shortestMinutes, optional } };
    }),
  };
}
