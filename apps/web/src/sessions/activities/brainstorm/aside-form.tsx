import { REASON_MAX_LENGTH } from '@spolu/contracts/plain';
import { PlainButton, PlainTextArea } from '@spolu/ui/plain';
import { useState } from 'react';
import { useText } from '../../../i18n/use-text.ts';

interface AsideFormProps {
  count: number;
  pending: boolean;
  onCancel: () => void;
  onSubmit: (reason: string) => void;
}

const USUAL = ['topic', 'twice', 'person', 'words'] as const;

/** Why cards are set aside, in words that their authors will read. */
export function AsideForm({ count, pending, onCancel, onSubmit }: AsideFormProps) {
  const t = useText('sessions');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  return (
    <form
      className="ui-card stack stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() && reason.length <= REASON_MAX_LENGTH) onSubmit(reason.trim());
        else setMissing(true);
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <PlainTextArea
        label={t('inbox.reason', { count })}
        hint={t('inbox.reasonHint')}
        error={isMissing && !reason.trim() ? t('inbox.reasonMissing') : null}
        value={reason}
        onChange={setReason}
        rows={2}
        autoFocus
        max={{ length: REASON_MAX_LENGTH, left: (left) => t('inbox.left', { count: left }), over: (over) => t('inbox.over', { count: over }) }}
      />
      <div className="row" role="group" aria-label={t('inbox.usual')}>
        {USUAL.map((id) => (
          <PlainButton key={id} look="secondary" size="small" onClick={() => setReason(t(`inbox.reasons.${id}`))}>
            {t(`inbox.reasons.${id}`)}
          </PlainButton>
        ))}
      </div>
      <div className="row">
        <PlainButton type="submit" size="small" pending={pending}>
          {t('inbox.aside')}
        </PlainButton>
        <PlainButton look="quiet" size="small" onClick={onCancel}>
          {t('cancel')}
        </PlainButton>
      </div>
    </form>
  );
}
