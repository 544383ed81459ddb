import type { BodyView } from '@spolu/contracts/identity';
import { useText } from '../i18n/use-text.ts';

/** What whoever is about to refer something to a body should know: one that advises speaks through its chair or secretary, and one without either never would. */
export function useBodyHint(): (body: Pick<BodyView, 'deciding' | 'members'> | undefined) => string | undefined {
  const t = useText('outputs');
  return (body) => (body && !body.deciding && !body.members.some(({ role }) => role === 'chair' || role === 'secretary') ? t('refer.nobodyRecords') : undefined);
}
