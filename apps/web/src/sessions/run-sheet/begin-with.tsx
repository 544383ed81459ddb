import type { SheetSource } from '@spolu/contracts/run-sheet';
import { Select } from '@spolu/ui/select';
import { useText } from '../../i18n/use-text.ts';
import { sourceKey, sourceOf, useSheetSources } from './use-sheet-sources.ts';

interface BeginWithProps {
  processId: string;
  value: SheetSource | undefined;
  /** With what it is called there; empty for an empty one. */
  onChange: (from: SheetSource | undefined, title: string) => void;
}

/** What the run sheet of a new session begins with; nothing is asked where there is nothing to choose from. */
export function BeginWith({ processId, value, onChange }: BeginWithProps) {
  const t = useText('sessions/run-sheet');
  const { ready, sheets, sessions } = useSheetSources(processId);
  if (ready.length + sheets.length + sessions.length === 0) return null;
  return (
    <Select
      label={t('begin.label')}
      hint={t('begin.hint')}
      options={[
        { id: 'empty', label: t('begin.empty') },
        ...ready.map(({ id, title, purpose }) => ({ id: sourceKey({ readySheetId: id }), label: t('begin.ready', { title }), hint: purpose })),
        ...sheets.map(({ id, title, purpose }) => ({ id: sourceKey({ templateId: id }), label: t('begin.template', { title }), hint: purpose })),
        ...sessions.map(({ id, title }) => ({ id: sourceKey({ sessionId: id }), label: t('begin.session', { title }) })),
      ]}
      value={value ? sourceKey(value) : 'empty'}
      onChange={(key) => onChange(sourceOf(key), [...ready, ...sheets, ...sessions].find(({ id }) => key.endsWith(id))?.title ?? '')}
    />
  );
}
