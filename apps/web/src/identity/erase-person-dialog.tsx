import { IDENTITY_CHECKS, type IdentityCheck } from '@spolu/contracts/erasure';
import type { PersonView } from '@spolu/contracts/identity';
import { Button } from '@spolu/ui/button';
import { Dialog } from '@spolu/ui/dialog';
import { Notice } from '@spolu/ui/notice';
import { RadioGroup } from '@spolu/ui/radio-group';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useCommand } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { ErasureWords } from './erasure-words.tsx';

/** At the desk: somebody asks to be forgotten, and showed who she is. */
export function ErasePersonDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const t = useText('identity');
  const problemText = useProblemText();
  const [check, setCheck] = useState<IdentityCheck | null>(null);
  const erase = useCommand((chosen: IdentityCheck) => api.post(`/people/${person.id}/erasures`, { check: chosen }), ['/people']);
  const handleErase = () =>
    check !== null &&
    erase.mutate(check, {
      onSuccess: () => {
        toast(t('erasure.doneFor', { name: person.name }));
        onClose();
      },
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('erasure.titleFor', { name: person.name })}
      keep
      actions={
        <>
          <Button look="danger" isDisabled={check === null} isPending={erase.isPending} onPress={handleErase}>{t('erasure.confirm')}</Button>
          <Button look="secondary" onPress={onClose}>{t('erasure.keep')}</Button>
        </>
      }
    >
      <ErasureWords />
      <RadioGroup label={t('erasure.check')} hint={t('erasure.checkHint')} options={IDENTITY_CHECKS.map((id) => ({ id, label: t(`erasure.checks.${id}`) }))} value={check} onChange={setCheck} />
      <p className="strong">{t('erasure.forGood')}</p>
      {erase.isError && <Notice tone="bad" role="alert">{problemText(erase.error)}</Notice>}
    </Dialog>
  );
}
