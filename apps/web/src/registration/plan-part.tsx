import { CAPACITY_MAX, PlanRegistration, type RegistrationPage } from '@spolu/contracts/registration';
import { Button } from '@spolu/ui/button';
import { Checkbox } from '@spolu/ui/checkbox';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { NumberField } from '@spolu/ui/number-field';
import { Tag } from '@spolu/ui/tag';
import { TextArea } from '@spolu/ui/text-area';
import { toast } from '@spolu/ui/toast';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { fieldIdOf, useForm } from '../shell/use-form.ts';

/** Whether people may sign up, how many, for whom. */
export function PlanPart({ page }: { page: RegistrationPage }) {
  const t = useText('registration');
  const [editing, setEditing] = useState(false);
  if (!page.may.plan) return null;
  return (
    <section className="page-section stack" aria-labelledby="plan">
      <div className="row row-apart">
        <h2 id="plan">{t('staff.planTitle')}</h2>
        {!editing && page.state !== 'closed' && (
          <Button look="secondary" icon={<Pencil aria-hidden size={20} />} onPress={() => setEditing(true)}>
            {t('staff.planEdit')}
          </Button>
        )}
      </div>
      {editing ? (
        <PlanForm page={page} onDone={() => setEditing(false)} />
      ) : (
        <div>
          <Tag tone={page.open ? 'good' : 'neutral'}>{t(page.open ? 'staff.planOpen' : 'staff.planClosed')}</Tag>
        </div>
      )}
    </section>
  );
}

function PlanForm({ page, onDone }: { page: RegistrationPage; onDone: () => void }) {
  const t = useText('registration');
  const refresh = useRefresh();
  const form = useForm<PlanRegistration, typeof PlanRegistration>({
    schema: PlanRegistration,
    initial: { open: page.open, capacity: page.capacity, audience: page.audience },
    labels: { open: t('staff.open'), capacity: t('staff.capacity'), audience: t('staff.audience') },
    submit: (input) => api.put(`/sessions/${page.sessionId}/registration`, input),
    onDone: () => {
      toast(t('staff.planSaved'));
      void refresh(`/sessions/${page.sessionId}/registration`).then(onDone);
    },
  });
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <Checkbox id={fieldIdOf('open')} label={t('staff.open')} checked={form.values.open} onChange={(open) => form.set('open', open)} />
      <NumberField
        id={fieldIdOf('capacity')} label={t('staff.capacity')} hint={t('staff.capacityHint')} optional min={1} max={CAPACITY_MAX}
        value={form.values.capacity} onChange={(capacity) => form.set('capacity', capacity)} error={form.errorOf('capacity')}
      />
      <TextArea {...form.text('audience')} hint={t('staff.audienceHint')} optional maxLength={500} />
      <div>
        <Button type="submit" isPending={form.pending}>
          {t('staff.planSave')}
        </Button>
      </div>
    </form>
  );
}
