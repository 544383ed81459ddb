import type { SheetSource, SheetTemplateRow } from '@spolu/contracts/run-sheet';
import type { SessionView } from '@spolu/contracts/sessions';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog, Dialog } from '@spolu/ui/dialog';
import { useState } from 'react';
import { api } from '../../http/api.ts';
import { useCommand } from '../../http/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { ReadySheets } from './ready-sheets.tsx';
import { TemplateCard } from './template-card.tsx';
import { useSheetSources } from './use-sheet-sources.ts';

/** Blocks from a template or from another session, added to what is there. */
export function FillDialog({ session, pending, onFill, onClose }: { session: SessionView; pending: boolean; onFill: (from: SheetSource) => void; onClose: () => void }) {
  const t = useText('sessions/run-sheet');
  const words = useText('sessions');
  const format = useFormat();
  const { templates, ready, sheets, sessions } = useSheetSources(session.processId, session.id);
  const [removing, setRemoving] = useState<SheetTemplateRow | null>(null);
  const remove = useCommand((id: string) => api.delete(`/sheet-templates/${id}`), ['/processes']);
  return (
    <Dialog open onClose={onClose} title={t('fill.title')} size="large">
      <p className="soft">{t('fill.means')}</p>
      <h3>{t('fill.ready')}</h3>
      <ReadySheets sheets={ready} pending={pending} onUse={(readySheetId) => onFill({ readySheetId })} />
      <Loaded query={templates}>
        {() => (
          <>
            <h3>{t('fill.templates')}</h3>
            {sheets.length === 0 && <p className="soft">{t('fill.noTemplates')}</p>}
            <ul role="list" className="stack">
              {sheets.map((template) => (
                <TemplateCard key={template.id} template={template} pending={pending} onUse={() => onFill({ templateId: template.id })} onRemove={() => setRemoving(template)} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
      {sessions.length > 0 && (
        <>
          <h3>{t('fill.sessions')}</h3>
          <ul role="list" className="stack">
            {sessions.map(({ id, title, plannedOn, kind }) => (
              <li key={id} className="ui-card row row-apart">
                <span>
                  {title} <span className="soft small">{[words(`kind.${kind}`), plannedOn && format.dayShort(plannedOn)].filter(Boolean).join(' · ')}</span>
                </span>
                <Button size="small" look="secondary" isDisabled={pending} aria-label={t('fill.useNamed', { title })} onPress={() => onFill({ sessionId: id })}>
                  {t('fill.use')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <ConfirmDialog open={removing !== null} onClose={() => setRemoving(null)} title={t('fill.removeTitle', { title: removing?.title ?? '' })} confirm={t('fill.remove')} danger onConfirm={() => (removing ? remove.mutateAsync(removing.id) : undefined)}>
        {t('fill.removeMeans')}
      </ConfirmDialog>
    </Dialog>
  );
}
