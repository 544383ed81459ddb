import { AddWalkIn, type RegistrationRow } from '@spolu/contracts/registration';
import { Button } from '@spolu/ui/button';
import { Checkbox } from '@spolu/ui/checkbox';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { EmptyState } from '@spolu/ui/empty-state';
import { Tag } from '@spolu/ui/tag';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { CameraOff, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useFormat } from '../i18n/format.ts';
import { currentLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { useForm } from '../shell/use-form.ts';
import { detailsOf, noDetails, type Details } from './details.ts';
import { DetailsFields, useDetailLabels } from './details-fields.tsx';
import { found } from './found.ts';

/** Everybody who signed up or came: found by a part of her name, ticked when she is here. */
export function Door({ sessionId, rows }: { sessionId: string; rows: readonly RegistrationRow[] }) {
  const t = useText('registration');
  const refresh = useRefresh();
  const problemText = useProblemText();
  const [typed, setTyped] = useState('');
  /** As it was ticked here, until the list says so too. */
  const [ticked, setTicked] = useState<Readonly<Record<string, boolean>>>({});
  const [adding, setAdding] = useState(false);
  const [cancelling, setCancelling] = useState<RegistrationRow | null>(null);
  const [seating, setSeating] = useState<RegistrationRow | null>(null);
  const shown = found(rows, typed, currentLanguage());
  const readAnew = () => refresh(`/sessions/${sessionId}/registration`);

  async function handleTick(row: RegistrationRow, arrived: boolean) {
    setTicked((others) => ({ ...others, [row.id]: arrived }));
    try {
      await api.put(`/registrations/${row.id}/arrival`, { arrived });
      await readAnew();
    } catch (error) {
      toast(problemText(error), 'bad');
    }
    setTicked(({ [row.id]: _, ...others }) => others);
  }
  async function handleCancel(row: RegistrationRow) {
    try {
      await api.post(`/registrations/${row.id}/cancel`);
      await readAnew();
    } catch (error) {
      toast(problemText(error), 'bad');
    }
  }

  return (
    <section className="page-section stack" aria-labelledby="door">
      <div className="row row-apart">
        <h2 id="door">{t('staff.doorTitle')}</h2>
        <Button look="secondary" icon={<UserPlus aria-hidden size={20} />} onPress={() => setAdding(true)}>
          {t('staff.walkIn')}
        </Button>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t('staff.emptyTitle')}>{t('staff.emptyText')}</EmptyState>
      ) : (
        <>
          <div role="search" className="no-print">
            <TextField type="search" optional label={t('staff.search')} value={typed} onChange={setTyped} autoComplete="off" />
          </div>
          <p role="status" className="soft">
            {t('staff.found', { count: shown.length })}
          </p>
          {shown.length === 0 ? (
            <EmptyState title={t('staff.noneTitle')} level={3}>
              {t('staff.noneText')}
            </EmptyState>
          ) : (
            <ul role="list" className="registration-door">
              {shown.map((row) => (
                <DoorRow
                  key={row.id} row={row} arrived={ticked[row.id] ?? row.arrivedAt !== null}
                  onTick={(arrived) => (arrived && row.state === 'waiting' ? setSeating(row) : void handleTick(row, arrived))} onCancel={() => setCancelling(row)}
                />
              ))}
            </ul>
          )}
        </>
      )}
      {adding && (
        <WalkInDialog
          sessionId={sessionId} typed={typed} onClose={() => setAdding(false)}
          onDone={() => {
            setTyped('');
            void readAnew();
          }}
        />
      )}
      {seating && (
        <ConfirmDialog open onClose={() => setSeating(null)} title={t('staff.seatTitle', { name: seating.name })} confirm={t('staff.seatGo')} onConfirm={() => handleTick(seating, true)}>
          <p>{t('staff.seatText')}</p>
        </ConfirmDialog>
      )}
      {cancelling && (
        <ConfirmDialog
          open onClose={() => setCancelling(null)} title={t('staff.cancelTitle', { name: cancelling.name })} confirm={t('staff.cancelGo')}
          onConfirm={() => handleCancel(cancelling)}
        >
          <p>{t('staff.cancelText')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

function DoorRow({ row, arrived, onTick, onCancel }: { row: RegistrationRow; arrived: boolean; onTick: (arrived: boolean) => void; onCancel: () => void }) {
  const t = useText('registration');
  const format = useFormat();
  const name = row.name || t('staff.erasedName');
  const told = [...row.needs.map((need) => t(`need.${need}`)), row.needsNote].filter(Boolean);
  return (
    <li className="registration-guest" data-arrived={arrived || undefined} data-cancelled={row.state === 'cancelled' || undefined}>
      <Checkbox
        label={
          <>
            <span className="strong">{name}</span>
            {row.people > 1 && <span> · {t('staff.people', { count: row.people })}</span>}
          </>
        }
        checked={arrived}
        onChange={onTick}
      />
      <div className="row registration-guest-facts">
        {arrived && row.arrivedAt && <Tag tone="good">{format.time(row.arrivedAt)}</Tag>}
        {row.state === 'waiting' && !arrived && <Tag tone="warn">{t('staff.waitsTag')}</Tag>}
        {row.state === 'cancelled' && !arrived && <Tag>{t('staff.cancelledTag')}</Tag>}
        {row.walkIn && <Tag>{t('staff.walkInTag')}</Tag>}
        {!row.photo && <Tag icon={<CameraOff aria-hidden size={16} />}>{t('staff.noPhoto')}</Tag>}
        {row.state !== 'cancelled' && !arrived && (
          <Button look="quiet" aria-label={t('staff.cancelNamed', { name })} onPress={onCancel}>
            {t('staff.cancelOne')}
          </Button>
        )}
      </div>
      {told.length > 0 && <p className="soft small keep-lines">{told.join(' · ')}</p>}
      {row.email && (
        <p className="small">
          <a href={`mailto:${row.email}`}>{row.email}</a>
        </p>
      )}
    </li>
  );
}

function WalkInDialog({ sessionId, typed, onClose, onDone }: { sessionId: string; typed: string; onClose: () => void; onDone: () => void }) {
  const t = useText('registration');
  const form = useForm<Details, typeof AddWalkIn>({
    schema: AddWalkIn,
    // what was searched for in vain is most likely her name
    initial: { ...noDetails(currentLanguage()), name: typed.trim() },
    toInput: (values) => {
      const { email: _, ...rest } = detailsOf(values);
      return rest;
    },
    labels: useDetailLabels(),
    submit: (input) => api.post(`/sessions/${sessionId}/walk-ins`, input),
    onDone: () => {
      toast(t('staff.walkInSaid', { name: form.values.name }));
      onDone();
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t('staff.walkInTitle')} submit={t('staff.walkInSave')} onClose={onClose}>
      <DetailsFields form={form} atDoor />
    </FormDialog>
  );
}
