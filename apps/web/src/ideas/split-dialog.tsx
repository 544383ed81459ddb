import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import { PARTS_MAX, SplitIdea } from '@spolu/contracts/idea-changes';
import type { IdeaView } from '@spolu/contracts/ideas';
import { Button } from '@spolu/ui/button';
import { Checkbox } from '@spolu/ui/checkbox';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { Plus } from 'lucide-react';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';

type Part = SplitIdea['parts'][number];

/** One idea becomes several. Each note says where it goes, maybe to more than one; at the beginning all go to the first. */
export function SplitDialog({ idea, onClose }: { idea: IdeaView; onClose: () => void }) {
  const t = useText('ideas');
  const refresh = useRefresh();
  const notes = idea.clusters.flatMap((cluster) => cluster.notes);
  const form = useForm({
    schema: SplitIdea,
    initial: {
      parts: [
        { title: idea.title, summary: idea.summary, contributionIds: [...new Set(notes.map(({ contributionId }) => contributionId))] },
        { title: '', summary: '', contributionIds: [] },
      ] as Part[],
    },
    labels: { 'parts.*.title': t('field.title'), 'parts.*.summary': t('field.summary'), 'parts.*.contributionIds': t('split.notes') },
    submit: (input) => api.post(`/ideas/${idea.id}/splits`, input),
    onDone: async () => {
      await refresh('/ideas', '/processes');
      toast(t('split.done'));
      onClose();
    },
  });
  const { parts } = form.values;
  const change = (index: number, part: Partial<Part>) => form.set('parts', parts.map((one, i) => (i === index ? { ...one, ...part } : one)));
  function place(contributionId: string, index: number, goes: boolean) {
    const { contributionIds } = parts[index]!;
    change(index, { contributionIds: goes ? [...contributionIds, contributionId] : contributionIds.filter((id) => id !== contributionId) });
  }
  return (
    <FormDialog form={form} title={t('split.title')} submit={t('split.send')} onClose={onClose}>
      <p>{t('split.text')}</p>
      {parts.map((part, i) => (
        <fieldset key={i} className="ideas-part stack">
          <legend className="strong">{t('split.part', { number: i + 1 })}</legend>
          <TextField
            id={fieldIdOf(`parts.${i}.title`)}
            label={t('field.title')}
            value={part.title}
            onChange={(title) => change(i, { title })}
            error={form.errorOf(`parts.${i}.title`)}
          />
          <TextArea
            id={fieldIdOf(`parts.${i}.summary`)}
            label={t('field.summary')}
            optional
            rows={3}
            maxLength={TEXT_MAX_LENGTH}
            value={part.summary}
            onChange={(summary) => change(i, { summary })}
            error={form.errorOf(`parts.${i}.summary`)}
          />
        </fieldset>
      ))}
      {parts.length < PARTS_MAX && (
        <div>
          <Button
            look="secondary"
            size="small"
            icon={<Plus aria-hidden size={18} />}
            onPress={() => form.set('parts', [...parts, { title: '', summary: '', contributionIds: [] }])}
          >
            {t('split.add')}
          </Button>
        </div>
      )}
      {notes.length > 0 && (
        <section className="stack">
          <h3>{t('split.notes')}</h3>
          <p className="soft small">{t('split.notesText')}</p>
          {idea.clusters.map((cluster) => (
            <ul key={cluster.id} role="list" className="stack stack-s" aria-label={cluster.title}>
              {cluster.notes.map(({ contributionId, text, language }) => (
                <li key={contributionId} className="ideas-placed">
                  <p className="ui-note" lang={language} id={`note-${contributionId}`}>{text}</p>
                  <fieldset className="row" aria-labelledby={`note-${contributionId}`}>
                    {parts.map((part, i) => (
                      <Checkbox
                        key={i}
                        label={t('split.part', { number: i + 1 })}
                        checked={part.contributionIds.includes(contributionId)}
                        onChange={(goes) => place(contributionId, i, goes)}
                      />
                    ))}
                  </fieldset>
                </li>
              ))}
            </ul>
          ))}
        </section>
      )}
    </FormDialog>
  );
}
