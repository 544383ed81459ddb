import type { Made, Page as PageOf } from '@spolu/contracts/common';
import { Title } from '@spolu/contracts/common';
import type { DossierRow } from '@spolu/contracts/outputs';
import type { ProcessView } from '@spolu/contracts/participation';
import { Button } from '@spolu/ui/button';
import { Tag } from '@spolu/ui/tag';
import { TextField } from '@spolu/ui/text-field';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useList } from '../http/use-list.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { useForm } from '../shell/use-form.ts';

/** The dossiers of a process: recommendations with their evidence, on their way to a commission. */
export function ProcessDossiers({ process }: { process: ProcessView }) {
  const t = useText('participation');
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  const dossiers = useList<PageOf<DossierRow>>(`/processes/${process.id}/dossiers`);
  return (
    <section className="page-section" id="dossiers">
      <div className="row row-apart">
        <h2>{t('dossiers.title')}</h2>
        {process.may.writeDossier && (
          <Button look="secondary" onPress={() => setAdding(true)}>
            {t('dossiers.add')}
          </Button>
        )}
      </div>
      <Loaded query={dossiers}>
        {({ items: rows }) =>
          rows.length === 0 ? (
            <p className="soft">{t('dossiers.none')}</p>
          ) : (
            <ul role="list" className="participation-list">
              {rows.map((dossier) => (
                <li key={dossier.id}>
                  <div className="row row-apart">
                    <a className="strong" href={`/dossiers/${dossier.id}`}>
                      {dossier.title}
                    </a>
                    {dossier.latestVersion === null ? <Tag>{t('dossiers.draft')}</Tag> : <Tag tone="accent">{t('dossiers.version', { version: dossier.latestVersion })}</Tag>}
                  </div>
                  {dossier.publishedAt && <p className="soft small">{t('dossiers.published', { date: format.day(dossier.publishedAt) })}</p>}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <MoreOf list={dossiers} label={t('dossiers.title')} />
      {adding && <DossierDialog processId={process.id} onClose={() => setAdding(false)} />}
    </section>
  );
}

const NewDossier = z.strictObject({ title: Title });

function DossierDialog({ processId, onClose }: { processId: string; onClose: () => void }) {
  const t = useText('participation');
  const refresh = useRefresh();
  const navigate = useNavigate();
  const path = `/processes/${processId}/dossiers`;
  const form = useForm({
    schema: NewDossier,
    initial: { title: '' },
    labels: { title: t('field.title') },
    submit: (input) => api.post<Made>(path, input),
    onDone: async (made) => {
      await refresh(path);
      await navigate(`/dossiers/${(made as Made).id}/edit`);
    },
  });
  return (
    <FormDialog form={form} title={t('dossiers.add')} submit={t('dossiers.make')} onClose={onClose}>
      <TextField {...form.text('title')} hint={t('dossiers.titleHint')} autoFocus />
    </FormDialog>
  );
}
