import { REACTIONS } from '@spolu/contracts/plain';
import type { ContextMenuEntry } from '@spolu/ui/context-menu';
import { MessageSquare, SmilePlus } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import type { BoardCommands } from '../use-board-commands.ts';
import type { BoardCopy } from '../work-copy.ts';

const icon = { 'aria-hidden': true, size: 18 } as const;

/** A menu's lines about what is said of one thing: its thread, and her reactions, of which those she gave can be taken back. */
export function useTalkEntries({ talk, actions }: BoardCopy, commands: BoardCommands): (id: string) => ContextMenuEntry[] {
  const t = useText('boards');
  return (id) => {
    const { commentCount, mine } = talk.of(id);
    const reactions = REACTIONS.map((kind) => {
      const name = t(`reaction.${kind}`);
      return { id: kind, label: mine.includes(kind) ? t('talk.takeBack', { name }) : name, onAction: () => commands.react(id, kind) };
    });
    return [
      { id: 'talk', label: t('talk.title', { number: commentCount }), keys: 'K', icon: <MessageSquare {...icon} />, onAction: () => commands.ask({ kind: 'talk', id }) },
      ...(actions.persona.rights.react ? [{ id: 'react', label: t('talk.react'), icon: <SmilePlus {...icon} />, entries: reactions }] : []),
    ];
  };
}

/** The same for a menu whose lines are words alone, where no letter is a key of its own. */
export const inWords = (entries: ContextMenuEntry[]): ContextMenuEntry[] => entries.map(({ icon: _, keys: __, ...entry }) => entry);
