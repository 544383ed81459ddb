import type { ReactionKind } from '@spolu/contracts/board-talk';
import { CircleQuestionMark, Heart, Lightbulb, MessageSquare, MessageSquareCheck, PartyPopper, ThumbsUp, type LucideIcon } from 'lucide-react';

/** Drawn signs instead of emoji: the same on every device, in every theme and on paper. */
export const REACTION_ICONS: Record<ReactionKind, LucideIcon> = { like: ThumbsUp, love: Heart, idea: Lightbulb, question: CircleQuestionMark, celebrate: PartyPopper };

/** The signs once in the page, for marks on the plane, which are made without React. */
export function MarkSigns() {
  return (
    <svg className="board-mark-signs" aria-hidden>
      {Object.entries({ ...REACTION_ICONS, comments: MessageSquare, resolved: MessageSquareCheck }).map(([name, Icon]) => (
        <symbol key={name} id={`board-mark-${name}`} viewBox="0 0 24 24">
          <Icon width={24} height={24} />
        </symbol>
      ))}
    </svg>
  );
}
