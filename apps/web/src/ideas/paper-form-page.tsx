import type { ConsentView } from '@spolu/contracts/consents';
import type { IdeaIntakeView } from '@spolu/contracts/idea-intake';
import { Button } from '@spolu/ui/button';
import { Printer } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useResource } from '../http/queries.ts';
import { useInstallation } from '../http/use-me.ts';
import { useLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { Page } from '../shell/page.tsx';
import { ForIntakeStaff } from './for-intake-staff.tsx';
import './paper-form.css';

const QrCode = lazy(async () => ({ default: (await import('../sessions/qr-code.tsx')).QrCode }));

/** The form of a process for those who write with a pen: what stands here comes out of the printer. */
export function PaperFormPage() {
  const t = useText('ideas');
  return (
    <ForIntakeStaff>
      {(view, processId) => (
        <Page
          title={t('desk.paperForm')}
          kind={view.processTitle}
          breadcrumbs={[{ label: view.processTitle, href: `/processes/${processId}` }, { label: t('desk.title'), href: `/processes/${processId}/desk` }]}
          actions={<Button icon={<Printer aria-hidden size={20} />} onPress={() => window.print()}>{t('print')}</Button>}
          width="narrow"
        >
          <Sheet view={view} processId={processId} path={`/processes/${processId}/ideas/new`} />
        </Page>
      )}
    </ForIntakeStaff>
  );
}

function Sheet({ view, processId, path }: { view: IdeaIntakeView; processId: string; path: string }) {
  const t = useText('ideas');
  const language = useLanguage();
  const { data: consents = [] } = useResource<ConsentView[]>(`/processes/${processId}/desk-consents?lang=${language}`);
  // where residents come in, which may be another address than the official's
  const { data: installation } = useInstallation();
  const url = new URL(path, installation?.publicUrl ?? window.location.origin).href;
  return (
    <article className="paper-form">
      <header>
        <p>{view.processTitle}</p>
        <h2>{t('contribute.title')}</h2>
        <p>{t('paperForm.intro')}</p>
      </header>
      <Blank label={t('field.title')} lines={2} />
      <Blank label={t('field.summary')} lines={8} />
      {view.categories.length > 0 && (
        <section>
          <h3>{t('field.category')}</h3>
          <ul role="list">
            {view.categories.map(({ id, title }) => (
              <li key={id}><span aria-hidden>☐ </span>{title}</li>
            ))}
          </ul>
        </section>
      )}
      <Blank label={t('place.title')} lines={1} />
      <Blank label={t('paperForm.name')} lines={1} />
      {consents.map(({ kind, text, language: read }) => <p key={kind} lang={read}><span aria-hidden>☐ </span>{text}</p>)}
      <footer>
        <Suspense>
          <QrCode className="paper-form-qr" content={url} label={t('paperForm.qr')} />
        </Suspense>
        <div>
          <p>{t('paperForm.how')}</p>
          <p>{t('paperForm.online')} <span className="paper-form-url">{url}</span></p>
        </div>
      </footer>
    </article>
  );
}

function Blank({ label, lines }: { label: string; lines: number }) {
  return (
    <section>
      <h3>{label}</h3>
      {Array.from({ length: lines }, (_, i) => <div key={i} className="paper-form-line" />)}
    </section>
  );
}
