import { CommissionKind, MajorityOf, PositionsShown, Share } from '@spolu/contracts/bodies';
import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import { BodyKind, EditBody, type BodyView, type OrganisationView } from '@spolu/contracts/identity';
import { Button } from '@spolu/ui/button';
import { Checkbox } from '@spolu/ui/checkbox';
import { EmptyState } from '@spolu/ui/empty-state';
import { NumberField } from '@spolu/ui/number-field';
import { Select } from '@spolu/ui/select';
import { Table } from '@spolu/ui/table';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useWholeList } from '../http/use-list.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';
import { useBodyKind } from './use-body-kind.ts';

export function BodiesPart() {
  const t = useText('identity');
  const format = useFormat();
  const kindOf = useBodyKind();
  const bodies = useWholeList<BodyView>('/bodies');
  const [edited, setEdited] = useState<BodyView | 'new' | null>(null);
  return (
    <section className="page-section">
      <div className="row row-apart">
        <h2>{t('admin.bodies')}</h2>
        <Button onPress={() => setEdited('new')}>{t('bodies.add')}</Button>
      </div>
      <Loaded query={bodies}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('bodies.none')} level={3}>
              {t('bodies.noneText')}
            </EmptyState>
          ) : (
            <Table
              caption={t('admin.bodies')}
              captionHidden
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                { id: 'name', title: t('bodies.name'), heading: true, cell: (row) => <Link to={`/bodies/${row.id}`}>{row.name}</Link> },
                { id: 'kind', title: t('bodies.kind'), cell: (row) => kindOf(row) },
                { id: 'count', title: t('bodies.memberCount'), numeric: true, cell: (row) => format.number(row.memberCount) },
                { id: 'members', title: t('bodies.members'), cell: (row) => row.members.map(({ name, role }) => (role === 'member' ? name : `${name} (${t(`role.${role}`)})`)).join(', ') },
                {
                  id: 'edit',
                  title: t('edit'),
                  titleHidden: true,
                  cell: (row) => (
                    <Button look="secondary" size="small" onPress={() => setEdited(row)} aria-label={t('editOf', { name: row.name })}>
                      {t('edit')}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {edited && <BodyDialog body={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </section>
  );
}

function BodyDialog({ body, onClose }: { body: BodyView | null; onClose: () => void }) {
  const t = useText('identity');
  const refresh = useRefresh();
  const organisations = useWholeList<OrganisationView>('/organisations');
  const form = useForm({
    schema: EditBody,
    initial: {
      name: body?.name ?? '',
      kind: body?.kind ?? 'commission',
      organisationId: body?.organisationId ?? null,
      memberCount: body?.memberCount ?? null,
      commissionKind: body?.commissionKind ?? 'komisia',
      deciding: body?.deciding ?? false,
      quorum: body?.quorum ?? 'more-than-half',
      majority: body?.majority ?? 'more-than-half',
      majorityOf: body?.majorityOf ?? 'present',
      positionsShown: body?.positionsShown ?? 'after-own',
      statute: body?.statute ?? '',
      statuteUrl: body?.statuteUrl ?? '',
    },
    labels: { name: t('bodies.name'), kind: t('bodies.kind'), organisationId: t('bodies.organisation'), memberCount: t('bodies.memberCount'), commissionKind: t('bodies.commissionKind'), statute: t('bodies.statute'), statuteUrl: t('bodies.statuteUrl') },
    about: { 'identity/name-taken': 'name' },
    submit: (input) => (body ? api.put(`/bodies/${body.id}`, input) : api.post('/bodies', input)),
    onDone: async () => {
      await refresh('/bodies');
      toast(t('saved'));
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={body ? body.name : t('bodies.add')} submit={t('save')} onClose={onClose}>
      <TextField {...form.text('name')} />
      <Select
        id={fieldIdOf('kind')}
        label={t('bodies.kind')}
        options={BodyKind.options.map((id) => ({ id, label: t(`bodyKind.${id}`) }))}
        value={form.values.kind}
        onChange={(kind) => form.change({ kind, deciding: kind === 'council' })}
        error={form.errorOf('kind')}
        width="medium"
      />
      {form.values.kind === 'commission' && (
        <Select
          id={fieldIdOf('commissionKind')}
          label={t('bodies.commissionKind')}
          options={CommissionKind.options.map((id) => ({ id, label: t(`commissionKind.${id}`), hint: t(`commissionKindHint.${id}`) }))}
          value={form.values.commissionKind}
          onChange={(kind) => form.set('commissionKind', kind)}
          error={form.errorOf('commissionKind')}
        />
      )}
      <Checkbox label={t('bodies.deciding')} checked={form.values.deciding} onChange={(deciding) => form.set('deciding', deciding)} />
      <Loaded query={organisations}>
        {(rows) => (
          <Select
            id={fieldIdOf('organisationId')}
            label={t('bodies.organisation')}
            options={rows.map(({ id, name }) => ({ id, label: name }))}
            value={form.values.organisationId}
            onChange={(id) => form.set('organisationId', id)}
            error={form.errorOf('organisationId')}
          />
        )}
      </Loaded>
      <NumberField
        id={fieldIdOf('memberCount')}
        label={t('bodies.memberCount')}
        hint={t('bodies.memberCountHint')}
        min={1}
        max={1_000}
        value={form.values.memberCount}
        onChange={(count) => form.set('memberCount', count)}
        error={form.errorOf('memberCount')}
      />
      <Select
        id={fieldIdOf('quorum')}
        label={t('bodies.quorum')}
        hint={t('bodies.quorumHint')}
        options={Share.options.map((id) => ({ id, label: t(`share.${id}`) }))}
        value={form.values.quorum}
        onChange={(quorum) => form.set('quorum', quorum)}
        error={form.errorOf('quorum')}
        width="medium"
      />
      <Select
        id={fieldIdOf('majority')}
        label={t('bodies.majority')}
        options={Share.options.map((id) => ({ id, label: t(`share.${id}`) }))}
        value={form.values.majority}
        onChange={(majority) => form.set('majority', majority)}
        error={form.errorOf('majority')}
        width="medium"
      />
      <Select
        id={fieldIdOf('majorityOf')}
        label={t('bodies.majorityOf')}
        options={MajorityOf.options.map((id) => ({ id, label: t(`majorityOf.${id}`) }))}
        value={form.values.majorityOf}
        onChange={(of) => form.set('majorityOf', of)}
        error={form.errorOf('majorityOf')}
        width="medium"
      />
      <Select
        id={fieldIdOf('positionsShown')}
        label={t('bodies.positionsShown')}
        hint={t('bodies.positionsShownHint')}
        options={PositionsShown.options.map((id) => ({ id, label: t(`positionsShown.${id}`) }))}
        value={form.values.positionsShown}
        onChange={(shown) => form.set('positionsShown', shown)}
        error={form.errorOf('positionsShown')}
      />
      <TextArea {...form.text('statute')} optional hint={t('bodies.statuteHint')} rows={4} maxLength={TEXT_MAX_LENGTH} />
      <TextField {...form.text('statuteUrl')} optional hint={t('bodies.statuteUrlHint')} />
    </FormDialog>
  );
}
