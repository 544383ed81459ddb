import { SECTORS } from '@spolu/contracts/common';
import { EditOrganisation, type OrganisationView } from '@spolu/contracts/identity';
import { Button } from '@spolu/ui/button';
import { EmptyState } from '@spolu/ui/empty-state';
import { RadioGroup } from '@spolu/ui/radio-group';
import { Select } from '@spolu/ui/select';
import { Table } from '@spolu/ui/table';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useWholeList } from '../http/use-list.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';

export function OrganisationsPart() {
  const t = useText('identity');
  const organisations = useWholeList<OrganisationView>('/organisations');
  const [edited, setEdited] = useState<OrganisationView | 'new' | null>(null);
  const add = <Button onPress={() => setEdited('new')}>{t('organisations.add')}</Button>;
  return (
    <section className="page-section">
      <div className="row row-apart">
        <h2>{t('admin.organisations')}</h2>
        {add}
      </div>
      <Loaded query={organisations}>
        {(rows) => (
          <>
            {rows.length === 0 ? (
              <EmptyState title={t('organisations.none')} level={3}>
                {t('organisations.noneText')}
              </EmptyState>
            ) : (
              <Table
                caption={t('admin.organisations')}
                captionHidden
                rows={rows}
                rowKey={(row) => row.id}
                columns={[
                  { id: 'name', title: t('organisations.name'), heading: true, cell: (row) => row.name },
                  { id: 'sector', title: t('sector.title'), cell: (row) => t(`sector.${row.sector}`) },
                  { id: 'parent', title: t('organisations.parent'), cell: (row) => rows.find((one) => one.id === row.parentId)?.name },
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
            )}
            {edited && <OrganisationDialog organisation={edited === 'new' ? null : edited} others={rows} onClose={() => setEdited(null)} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

interface OrganisationDialogProps {
  organisation: OrganisationView | null;
  others: OrganisationView[];
  onClose: () => void;
}

const NO_PARENT = 'none';

function OrganisationDialog({ organisation, others, onClose }: OrganisationDialogProps) {
  const t = useText('identity');
  const refresh = useRefresh();
  const form = useForm({
    schema: EditOrganisation,
    initial: { name: organisation?.name ?? '', sector: organisation?.sector ?? 'public', parentId: organisation?.parentId ?? null },
    labels: { name: t('organisations.name'), sector: t('sector.title'), parentId: t('organisations.parent') },
    about: { 'identity/name-taken': 'name' },
    submit: (input) => (organisation ? api.put(`/organisations/${organisation.id}`, input) : api.post('/organisations', input)),
    onDone: async () => {
      await refresh('/organisations');
      toast(t('saved'));
      onClose();
    },
  });
  const parents = others.filter((one) => one.id !== organisation?.id).map(({ id, name }) => ({ id, label: name }));
  return (
    <FormDialog form={form} title={organisation ? organisation.name : t('organisations.add')} submit={t('save')} onClose={onClose}>
      <TextField {...form.text('name')} />
      <RadioGroup
        id={fieldIdOf('sector')}
        label={t('sector.title')}
        options={SECTORS.map((id) => ({ id, label: t(`sector.${id}`) }))}
        value={form.values.sector}
        onChange={(sector) => form.set('sector', sector)}
        error={form.errorOf('sector')}
      />
      {parents.length > 0 && (
        <Select
          id={fieldIdOf('parentId')}
          label={t('organisations.parent')}
          hint={t('organisations.parentHint')}
          optional
          options={[{ id: NO_PARENT, label: t('organisations.noParent') }, ...parents]}
          value={form.values.parentId ?? NO_PARENT}
          onChange={(id) => form.set('parentId', id === NO_PARENT ? null : id)}
          error={form.errorOf('parentId')}
        />
      )}
    </FormDialog>
  );
}
