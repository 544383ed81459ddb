import { Tag, type TagTone } from '@spolu/ui/tag';
import type { TextKey } from '../i18n/texts.ts';
import { useText } from '../i18n/use-text.ts';

const TONES: Record<string, TagTone> = {
  chosen: 'good', 'not-chosen': 'neutral', tied: 'warn',
  support: 'good', accepted: 'good', done: 'good', feasible: 'good',
  'support-with-changes': 'accent', 'accepted-with-changes': 'accent', 'with-changes': 'accent', 'in-progress': 'accent', 'took-note': 'neutral', 'not-started': 'neutral', abstain: 'neutral',
  return: 'warn', postponed: 'warn', delayed: 'warn', changed: 'warn', 'no-opinion': 'warn', unanswered: 'warn',
  'not-support': 'bad', 'not-accepted': 'bad', withdrawn: 'bad', hidden: 'bad', 'not-feasible': 'bad',
};
/** The thought goes no further here, whatever was hoped for. */
const ENDS = new Set(['not-support', 'not-accepted', 'withdrawn']);

export const endsTheWay = (outcome: string | null): boolean => outcome !== null && ENDS.has(outcome);

/** The words for an outcome: a verdict of a position, an opinion or a decision, or the state of a milestone. */
export function useOutcomeText(): (outcome: string) => string {
  const t = useText('provenance');
  return (outcome) => (outcome in TONES ? t(`outcome.${outcome}` as TextKey<'provenance'>) : outcome);
}

export function OutcomeTag({ outcome }: { outcome: string }) {
  const text = useOutcomeText();
  return <Tag tone={TONES[outcome] ?? 'neutral'}>{text(outcome)}</Tag>;
}
