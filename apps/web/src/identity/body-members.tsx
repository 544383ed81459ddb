import { EditMandate, EditMembership, type BodyMember, type BodyPage } from '@spolu/contracts/bodies';
import { SECTORS, type Sector } from '@spolu/contracts/common';
import { Button } from '@spolu/ui/button';
import { DateField } from '@spolu/ui/date-field';
import { Select } from '@spolu/ui/select';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useCommand, useRefresh } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';

/** Who sits in a body; its secretary names those without an account, and says whom each one sits there for. */
export function BodyMembers({ body }: { body: BodyPage }) {
  const t = useText('identity');
  const format = useFormat();
  const [open, setOpen] = useState<BodyMember | 'new' | null>(null);
  const close = () => setOpen(null);
  const { editMembers } = body.may;
  return (
    <>
      {body.members.length > 0 && (
        <ul role="list" className="identity-people">
          {body.members.map((member) => (
            <li key={member.mandateId ?? member.personId} className="row row-apart">
              <span>
                <span className="strong">{member.name}</span>
                {member.role !== 'member' && <span> – {t(`role.${member.role}`)}</span>}
                {(member.represents || member.sector) && (
                  <span className="soft"> · {[member.represents, member.sector && t('body.sector', { sector: t(`sector.${member.sector}`) })].filter(Boolean).join(', ')}</span>
                )}
                {(member.fromOn ?? member.untilOn) && <span className="soft small"> ({format.days(member.fromOn, member.untilOn)})</span>}
              </span>
              {editMembers && (
                <Button look="quiet" size="small" onPress={() => setOpen(member)} aria-label={t('editOf', { name: member.name })}>
                  {t('edit')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {editMembers && (
        <div className="no-print">
          <Button look="secondary" onPress={() => setOpen('new')}>
            {t('body.addMember')}
          </Button>
        </div>
      )}
      {open === 'new' && <MandateDialog bodyId={body.id} member={null} onClose={close} />}
      {open !== null && open !== 'new' && (open.mandateId ? <MandateDialog bodyId={body.id} member={open} onClose={close} /> : <MembershipDialog bodyId={body.id} member={open} onClose={close} />)}
    </>
  );
}

interface DialogProps<Member> {
  bodyId: string;
  member: Member;
  onClose: () => void;
}

function MandateDialog({ bodyId, member, onClose }: DialogProps<BodyMember | null>) {
  const t = useText('identity');
  const refresh = useRefresh();
  const problemText = useProblemText();
  const remove = useCommand(() => api.delete(`/mandates/${member?.mandateId}`), ['/bodies']);
  const form = useForm({
    schema: EditMandate,
    initial: {
      name: member?.name ?? '', sector: member?.sector ?? (null as Sector | null), represents: member?.represents ?? '', fromOn: member?.fromOn ?? (null as string | null),
      untilOn: member?.untilOn ?? (null as string | null),
    },
    labels: { name: t('body.memberName'), sector: t('sector.title'), represents: t('body.represents'), fromOn: t('roles.fromOn'), untilOn: t('roles.untilOn') },
    submit: (input) => (member ? api.put(`/mandates/${member.mandateId}`, input) : api.post(`/bodies/${bodyId}/mandates`, input)),
    onDone: async () => {
      await refresh('/bodies');
      toast(t('saved'));
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={member?.name ?? t('body.addMember')} submit={t('save')} onClose={onClose}>
      {!member && <p>{t('body.addMemberText')}</p>}
      <TextField {...form.text('name')} />
      <TextField {...form.text('represents')} hint={t('body.representsHint')} optional />
      <SectorSelect value={form.values.sector} onChange={(sector) => form.set('sector', sector)} error={form.errorOf('sector')} />
      <div className="row">
        <DateField id={fieldIdOf('fromOn')} label={t('roles.fromOn')} optional value={form.values.fromOn} onChange={(day) => form.set('fromOn', day)} error={form.errorOf('fromOn')} />
        <DateField id={fieldIdOf('untilOn')} label={t('roles.untilOn')} optional value={form.values.untilOn} onChange={(day) => form.set('untilOn', day)} error={form.errorOf('untilOn')} />
      </div>
      {member && (
        <div>
          <Button look="quiet" size="small" isPending={remove.isPending} onPress={() => remove.mutate(undefined, { onSuccess: onClose })}>
            {t('body.remove')}
          </Button>
          {remove.error && <p role="alert">{problemText(remove.error)} {t('body.endInstead')}</p>}
        </div>
      )}
    </FormDialog>
  );
}

function MembershipDialog({ bodyId, member, onClose }: DialogProps<BodyMember>) {
  const t = useText('identity');
  const refresh = useRefresh();
  const form = useForm({
    schema: EditMembership,
    initial: { sector: member.sector, represents: member.represents },
    labels: { sector: t('sector.title'), represents: t('body.represents') },
    submit: (input) => api.put(`/bodies/${bodyId}/members/${member.personId}`, input),
    onDone: async () => {
      await refresh('/bodies');
      toast(t('saved'));
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={member.name} submit={t('save')} onClose={onClose}>
      <TextField {...form.text('represents')} hint={t('body.representsHint')} optional />
      <SectorSelect value={form.values.sector} onChange={(sector) => form.set('sector', sector)} error={form.errorOf('sector')} />
    </FormDialog>
  );
}

function SectorSelect({ value, onChange, error }: { value: Sector | null; onChange: (sector: Sector | null) => void; error: string | null }) {
  const t = useText('identity');
  return (
    <Select
      id={fieldIdOf('sector')}
      label={t('sector.title')}
      optional
      width="medium"
      options={[{ id: 'none' as const, label: t('body.noSector') }, ...SECTORS.map((id) => ({ id, label: t(`sector.${id}`) }))]}
      value={value ?? 'none'}
      onChange={(id) => onChange(id === 'none' ? null : id)}
      error={error}
    />
  );
}
