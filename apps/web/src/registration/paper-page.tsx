import type { RegistrationPage } from '@spolu/contracts/registration';
import type { SessionView } from '@spolu/contracts/sessions';
import { Button } from '@spolu/ui/button';
import { Notice } from '@spolu/ui/notice';
import { NumberField } from '@spolu/ui/number-field';
import { RadioGroup } from '@spolu/ui/radio-group';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { useInstallation } from '../http/use-me.ts';
import { useLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { joinAddress, joinUrl, readableCode } from '../sessions/join-address.ts';
import { QrCode } from '../sessions/qr-code.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { useDays } from './session-facts.tsx';
import './paper.css';

type What = 'poster' | 'tents';
type Size = 'a4' | 'a3';
const TABLES_MAX = 60;

/** What is printed before the session: a poster that leads to its page, and tents for the tables that lead into the room. */
export function PaperPage() {
  const { id = '' } = useParams();
  const language = useLanguage();
  const page = useResource<RegistrationPage>(`/sessions/${id}/registration?lang=${language}`);
  const session = useResource<SessionView>(`/sessions/${id}`);
  return (
    <Loaded query={page} as="page">
      {(view) => (
        <Loaded query={session} as="page">
          {({ code }) => <Paper page={view} code={code} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function Paper({ page, code }: { page: RegistrationPage; code: string | null }) {
  const t = useText('registration');
  const { data: installation } = useInstallation();
  const origin = (installation?.publicUrl ?? window.location.origin).replace(/\/$/, '');
  const [what, setWhat] = useState<What>('poster');
  const [size, setSize] = useState<Size>('a4');
  const [tables, setTables] = useState<number | null>(6);
  const count = Math.min(TABLES_MAX, Math.max(1, tables ?? 1));
  return (
    <Page
      title={t('paper.title')}
      kind={page.title}
      breadcrumbs={[
        { label: page.title, href: `/sessions/${page.sessionId}` },
        { label: t('staff.title'), href: `/sessions/${page.sessionId}/registrations` },
      ]}
    >
      <div className="form no-print page-section">
        <RadioGroup<What>
          label={t('paper.what')} direction="row" value={what} onChange={setWhat}
          options={[{ id: 'poster', label: t('paper.poster') }, { id: 'tents', label: t('paper.tents') }]}
        />
        <RadioGroup<Size>
          label={t('paper.size')} direction="row" value={size} onChange={setSize}
          options={[{ id: 'a4', label: t('paper.a4') }, { id: 'a3', label: t('paper.a3') }]}
        />
        {what === 'tents' && <NumberField label={t('paper.tables')} value={tables} onChange={setTables} min={1} max={TABLES_MAX} />}
        {what === 'poster' && !page.public && <Notice tone="warn">{t('paper.noPublic')}</Notice>}
        {what === 'tents' && code === null ? (
          <Notice tone="warn">{t('paper.noCode')}</Notice>
        ) : (
          <>
            <div>
              <Button icon={<Printer aria-hidden size={20} />} onPress={() => window.print()}>
                {t('paper.print')}
              </Button>
            </div>
            <p className="soft small">{t('paper.hint')}</p>
          </>
        )}
      </div>
      <section aria-label={t('paper.preview')} className="paper-sheets">
        {what === 'poster' && <Poster page={page} size={size} url={`${origin}/sessions/${page.sessionId}/registration`} />}
        {what === 'tents' && code !== null && Array.from({ length: count }, (_, i) => <Tent key={i} number={i + 1} title={page.title} size={size} origin={origin} code={code} />)}
      </section>
    </Page>
  );
}

function Poster({ page, size, url }: { page: RegistrationPage; size: Size; url: string }) {
  const t = useText('registration');
  const sessionText = useText('sessions');
  const days = useDays()(page.days);
  return (
    <article className="paper-sheet paper-poster" data-size={size}>
      <div>
        <p className="paper-kind">{sessionText(`kind.${page.kind}`)}</p>
        <p className="paper-title" data-long={page.title.length > 60 || undefined}>
          {page.title}
        </p>
        {page.audience && <p className="paper-audience">{page.audience}</p>}
      </div>
      <div className="paper-when">
        {days.map((day) => (
          <p key={day}>{day}</p>
        ))}
        {page.place && <p>{page.place}</p>}
      </div>
      <div className="paper-scan">
        <QrCode className="paper-qr" content={url} label={t('paper.qrPage')} />
        <div>
          <p className="paper-do">{t('paper.posterScan')}</p>
          <p>{t('form.lead')}</p>
          <p className="paper-address">
            {t('paper.posterAddress')}
            <br />
            {new URL(url).host}
          </p>
        </div>
      </div>
      <p className="paper-process">{page.processTitle}</p>
    </article>
  );
}

/** Two equal halves, the upper one upside down: folded in the middle it stands on the table and is read from both sides. */
function Tent({ number, title, size, origin, code }: { number: number; title: string; size: Size; origin: string; code: string }) {
  const t = useText('registration');
  const half = (
    <>
      <div>
        <p className="paper-table">{t('paper.tentTable', { number })}</p>
        <p className="paper-do">{t('paper.tentScan')}</p>
        <p>{t('paper.tentSteps')}</p>
        <p className="paper-address">
          {joinAddress(origin)}
          <br />
          {t('paper.tentCode')} <strong>{readableCode(code)}</strong>
        </p>
        <p className="paper-process">{title}</p>
      </div>
      <QrCode className="paper-qr" content={joinUrl(origin, code)} label={t('paper.qrJoin')} />
    </>
  );
  return (
    <article className="paper-sheet paper-tent" data-size={size}>
      <div className="paper-half paper-half-turned" aria-hidden>
        {half}
      </div>
      <p className="paper-fold" aria-hidden>
        {t('paper.fold')}
      </p>
      <div className="paper-half">{half}</div>
    </article>
  );
}
