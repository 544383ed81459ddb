import type { ReactionKind } from '@spolu/contracts/board-talk';
import { CircleQuestionMark, Heart, Lightbulb, PartyPopper, ThumbsUp, type LucideIcon } from 'lucide-react';

/** Drawn signs instead of emoji: the same on every device, in every theme and on paper. `signs.svg` has the same ones for the plane. */
export const REACTION_ICONS: Record<ReactionKind, LucideIcon> = { like: ThumbsUp, love: Heart, idea: Lightbulb, question: CircleQuestionMark, celebrate: PartyPopper };
