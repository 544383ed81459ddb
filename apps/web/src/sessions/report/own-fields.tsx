import { ACTION_ITEMS_MAX, type ActionItem, type OwnContent, type ReportDraft } from '@spolu/contracts/report-blocks';
import { NAME_MAX_LENGTH, TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import { Button } from '@spolu/ui/button';
import { DateField } from '@spolu/ui/date-field';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { v4 as uuid } from 'uuid';
import { useText } from '../../i18n/use-text.ts';
import { PictureFields } from './picture-fields.tsx';

interface OwnFieldsProps {
  content: OwnContent;
  report: ReportDraft;
  onChange: (content: OwnContent) => void;
}

/** What a facilitator types into a block of her own. */
export function OwnFields({ content, report, onChange }: OwnFieldsProps) {
  const t = useText('sessions/report');
  switch (content.kind) {
    case 'heading': return <TextField label={t('kind.heading')} value={content.text} onChange={(text) => onChange({ ...content, text })} />;
    case 'text': return <TextArea label={t('kind.text')} hint={t('textHint')} rows={5} maxLength={TEXT_MAX_LENGTH} lang={report.language} value={content.text} onChange={(text) => onChange({ ...content, text })} />;
    case 'decision': return <TextArea label={t('kind.decision')} rows={3} maxLength={2_000} lang={report.language} value={content.text} onChange={(text) => onChange({ ...content, text })} />;
    case 'quote': return null;
    case 'picture': return <PictureFields content={content} report={report} onChange={onChange} />;
    case 'actions': return <ActionFields items={content.items} onChange={(items) => onChange({ ...content, items })} />;
  }
}

export const newItem = (): ActionItem => ({ id: uuid(), text: '', owner: '', dueOn: null });

function ActionFields({ items, onChange }: { items: ActionItem[]; onChange: (items: ActionItem[]) => void }) {
  const t = useText('sessions/report');
  const [added, setAdded] = useState<string | null>(null);
  function add() {
    const item = newItem();
    setAdded(item.id);
    onChange([...items, item]);
  }
  const change = (id: string, next: Partial<ActionItem>) => onChange(items.map((item) => (item.id === id ? { ...item, ...next } : item)));
  return (
    <div className="stack">
      {items.map((item, i) => (
        <fieldset key={item.id} className="report-action">
          <legend>{t('actions.item', { number: i + 1 })}</legend>
          <TextField label={t('actions.text')} autoFocus={item.id === added} value={item.text} onChange={(text) => change(item.id, { text })} />
          <TextField label={t('actions.owner')} optional hint={t('actions.ownerHint')} value={item.owner} onChange={(owner) => change(item.id, { owner: owner.slice(0, NAME_MAX_LENGTH) })} />
          <DateField label={t('actions.dueOn')} optional value={item.dueOn} onChange={(dueOn) => change(item.id, { dueOn })} />
          {items.length > 1 && (
            <Button look="quiet" size="small" icon={<Trash2 aria-hidden size={18} />} onPress={() => onChange(items.filter(({ id }) => id !== item.id))} aria-label={t('actions.removeItem', { number: i + 1 })}>
              {t('actions.remove')}
            </Button>
          )}
        </fieldset>
      ))}
      {items.length < ACTION_ITEMS_MAX && (
        <div>
          <Button look="secondary" size="small" icon={<Plus aria-hidden size={18} />} onPress={add}>{t('actions.add')}</Button>
        </div>
      )}
    </div>
  );
}
