import { useCallback } from 'react';
import { useText } from '../../i18n/use-text.ts';

/** `20 × lístky`, `lístky`, `aspoň 20 × lístky`. */
export function useMaterialText() {
  const t = useText('sessions/run-sheet');
  return useCallback(
    ({ name, amount, isAtLeast = false }: { name: string; amount: number | null; isAtLeast?: boolean }) =>
      amount === null ? name : isAtLeast ? t('materials.atLeast', { amount, name }) : t('materials.some', { amount, name }),
    [t],
  );
}
