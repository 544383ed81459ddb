import { EditReminderLadder, type ReminderLadder } from '@spolu/contracts/duties';
import { Button } from '@spolu/ui/button';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { z } from 'zod';
import { api } from '../http/api.ts';
import { useRefresh, useResource } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { useForm } from '../shell/use-form.ts';
import { useSeenRevision } from '../shell/use-seen-revision.ts';

/** On which days around a term people are reminded, in a sentence; administrators change it. */
export function LadderPart() {
  const t = useText('duties');
  const format = useFormat();
  const ladder = useResource<ReminderLadder>('/reminder-ladder');
  const [editing, setEditing] = useState(false);
  const said = (step: number) => (step < 0 ? t('ladder.before', { count: -step }) : step === 0 ? t('ladder.on') : t('ladder.after', { count: step }));
  return (
    <section className="page-section">
      <h2>{t('ladder.title')}</h2>
      <Loaded query={ladder}>
        {(view) => (
          <div className="stack stack-s">
            <p>{view.days.length === 0 ? t('ladder.never') : t('ladder.steps', { steps: format.list(view.days.map(said)) })}</p>
            {view.days.length > 0 && view.officeFromDays !== null && <p>{t('ladder.office', { when: said(view.officeFromDays) })}</p>}
            {view.may.edit && (
              <div className="row">
                <Button look="secondary" onPress={() => setEditing(true)}>{t('ladder.edit')}</Button>
              </div>
            )}
            {editing && <LadderDialog ladder={view} onClose={() => setEditing(false)} />}
          </div>
        )}
      </Loaded>
    </section>
  );
}

const STEPS = /^\s*(-?\d{1,3}(\s*,\s*-?\d{1,3})*)?\s*$/;
const STEP = /^\s*(-?\d{1,3})?\s*$/;
const typed = z.strictObject({ days: z.string().regex(STEPS), officeFromDays: z.string().regex(STEP) });

/** Days as people write them on one line: −3, 0, 3. */
function LadderDialog({ ladder, onClose }: { ladder: ReminderLadder; onClose: () => void }) {
  const t = useText('duties');
  const refresh = useRefresh();
  const standing = useSeenRevision(ladder.revision, '/reminder-ladder');
  const form = useForm({
    schema: typed,
    initial: { days: ladder.days.join(', '), officeFromDays: ladder.officeFromDays === null ? '' : String(ladder.officeFromDays) },
    labels: { days: t('ladder.days'), officeFromDays: t('ladder.officeFromDays') },
    submit: ({ days, officeFromDays }) => {
      const all = days.trim() === '' ? [] : days.split(',').map(Number);
      const office = officeFromDays.trim() === '' ? null : Number(officeFromDays);
      return standing((revision) => api.put('/reminder-ladder', { days: [...new Set(all)], officeFromDays: office, revision } satisfies EditReminderLadder));
    },
    onDone: async () => {
      await refresh('/reminder-ladder');
      toast(t('ladder.saved'));
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t('ladder.edit')} submit={t('ladder.save')} onClose={onClose}>
      <TextField {...form.text('days')} hint={t('ladder.daysHint')} optional />
      <TextField {...form.text('officeFromDays')} hint={t('ladder.officeHint')} optional width="short" />
    </FormDialog>
  );
}
