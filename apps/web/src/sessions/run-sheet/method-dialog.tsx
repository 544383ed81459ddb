import type { SheetTemplateRow } from '@spolu/contracts/run-sheet';
import { ConfirmDialog, Dialog } from '@spolu/ui/dialog';
import { useState } from 'react';
import { api } from '../../http/api.ts';
import { useCommand } from '../../http/queries.ts';
import { useText } from '../../i18n/use-text.ts';
import { MethodPicker } from '../../methods/method-picker.tsx';
import { TemplateCard } from './template-card.tsx';
import { useTemplates } from './use-sheet-sources.ts';

interface MethodDialogProps {
  processId: string;
  pending: boolean;
  onLibrary: (methodId: string) => void;
  onOwn: (templateId: string) => void;
  onClose: () => void;
}

/** The organisation's own methods, then the library's. */
export function MethodDialog({ processId, pending, onLibrary, onOwn, onClose }: MethodDialogProps) {
  const t = useText('sessions/run-sheet');
  const templates = useTemplates(processId);
  const own = (templates.data ?? []).filter(({ kind }) => kind === 'method');
  const [removing, setRemoving] = useState<SheetTemplateRow | null>(null);
  const remove = useCommand((id: string) => api.delete(`/sheet-templates/${id}`), ['/processes']);
  return (
    <Dialog open onClose={onClose} title={t('agenda.pickTitle')} size="large">
      <MethodPicker
        pending={pending}
        onPick={onLibrary}
        above={
          own.length > 0 && (
            <section className="stack" aria-labelledby="own-methods">
              <h3 id="own-methods">{t('own.title')}</h3>
              <ul role="list" className="stack">
                {own.map((template) => (
                  <TemplateCard key={template.id} template={template} pending={pending} onUse={() => onOwn(template.id)} onRemove={() => setRemoving(template)} />
                ))}
              </ul>
              <h3>{t('own.library')}</h3>
            </section>
          )
        }
      />
      <ConfirmDialog open={removing !== null} onClose={() => setRemoving(null)} title={t('fill.removeTitle', { title: removing?.title ?? '' })} confirm={t('fill.remove')} danger onConfirm={() => (removing ? remove.mutateAsync(removing.id) : undefined)}>
        {t('fill.removeMeans')}
      </ConfirmDialog>
    </Dialog>
  );
}
