import { Problem } from '@spolu/contracts/problems';
import { Unreachable } from '../../http/api.ts';
import { usePhoneText, type PhoneKey } from './phone-text.tsx';

/** Refusals that a participant can meet and understand; for all others one sentence says that it did not work. */
const EXPLAINED = new Set([
  'session/code-invalid', 'session/closed', 'session/not-open', 'session/door-closed', 'session/full', 'session/removed', 'activity/not-running',
  'activity/too-late', 'vote/too-late', 'activity/note-limit', 'vote/over-budget', 'vote/over-limit', 'vote/unknown-option', 'vote/reason-missing', 'answer/already-given', 'too-many-requests', 'unavailable', 'too-large',
  'invalid-input', 'not-found', 'forbidden', 'signed-out', 'board/read-only', 'board/locked', 'board/full', 'activity/text-hidden', 'question/own', 'question/answered',
  'breakout/no-table', 'breakout/table-full', 'ideathon/not-now', 'ideathon/team-full', 'ideathon/too-many-teams', 'changed-meanwhile',
]);

/** Why something was not taken, by the problem's code. */
export function useRefusalText(): (code: string, facts?: Record<string, unknown>) => string {
  const { t } = usePhoneText();
  return (code, facts = {}) => {
    const values = Object.fromEntries(Object.entries(facts).filter((fact): fact is [string, string | number] => typeof fact[1] === 'string' || typeof fact[1] === 'number'));
    return EXPLAINED.has(code) ? t(`refused.${code}` as PhoneKey, values) : t('refused.other');
  };
}

export function useFailureText(): (failure: unknown) => string {
  const { t } = usePhoneText();
  const refusalText = useRefusalText();
  return (failure) => (failure instanceof Problem ? refusalText(failure.code, failure.facts) : failure instanceof Unreachable ? t('network.none') : t('refused.other'));
}
