import type { SheetTemplateRow } from '@spolu/contracts/run-sheet';
import { Button } from '@spolu/ui/button';
import { Plus, Trash2 } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';

/** A template or a method of one's own: what it is for, how long it takes, and the button that takes it. */
export function TemplateCard({ template, pending, onUse, onRemove }: { template: SheetTemplateRow; pending: boolean; onUse: () => void; onRemove?: () => void }) {
  const t = useText('sessions/run-sheet');
  const { title, purpose, language, kind, dayCount, blockCount, minutes, organisationName, mayRemove } = template;
  return (
    <li className="ui-card stack stack-s">
      <strong lang={language}>{title}</strong>
      {purpose && <p lang={language}>{purpose}</p>}
      <p className="soft small">
        {[kind === 'sheet' && t('fill.days', { count: dayCount }), kind === 'sheet' && t('fill.blocks', { count: blockCount }), t('fill.minutes', { count: minutes }), organisationName].filter(Boolean).join(' · ')}
      </p>
      <div className="row">
        <Button size="small" icon={<Plus aria-hidden size={18} />} isDisabled={pending} aria-label={t('fill.useNamed', { title })} onPress={onUse}>
          {t('fill.use')}
        </Button>
        {mayRemove && onRemove && (
          <Button size="small" look="quiet" icon={<Trash2 aria-hidden size={18} />} aria-label={t('fill.removeNamed', { title })} onPress={onRemove}>
            {t('fill.remove')}
          </Button>
        )}
      </div>
    </li>
  );
}
