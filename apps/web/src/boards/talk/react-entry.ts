import { REACTIONS } from '@spolu/contracts/plain';
import type { ContextMenuEntry } from '@spolu/ui/context-menu';
import type { useText } from '../../i18n/use-text.ts';
import type { BoardCommands } from '../use-board-commands.ts';
import type { BoardCopy } from '../work-copy.ts';

/** A menu's list of reactions to one thing; those she gave can be taken back. */
export const reactEntry = (id: string, { talk }: BoardCopy, commands: BoardCommands, t: ReturnType<typeof useText<'boards'>>): ContextMenuEntry => ({
  id: 'react',
  label: t('talk.react'),
  entries: REACTIONS.map((kind) => {
    const name = t(`reaction.${kind}`);
    return { id: kind, label: talk.of(id).mine.includes(kind) ? t('talk.takeBack', { name }) : name, onAction: () => commands.react(id, kind) };
  }),
});
