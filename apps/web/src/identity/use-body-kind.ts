import type { CommissionKind } from '@spolu/contracts/bodies';
import type { BodyKind } from '@spolu/contracts/identity';
import { useText } from '../i18n/use-text.ts';

/** What a body is called: a commission as its country calls it. */
export function useBodyKind() {
  const t = useText('identity');
  return ({ kind, commissionKind }: { kind: BodyKind; commissionKind: CommissionKind }) => (kind === 'commission' ? t(`commissionKind.${commissionKind}`) : t(`bodyKind.${kind}`));
}
