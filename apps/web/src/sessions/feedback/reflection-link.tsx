import { LinkButton } from '@spolu/ui/link-button';
import { NotebookPen } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';

/** The way to what the team asks itself, once the session is over. */
export function ReflectionLink({ sessionId }: { sessionId: string }) {
  const t = useText('sessions/feedback');
  return (
    <section className="page-section stack" aria-labelledby="reflection">
      <h2 id="reflection">{t('reflection.open')}</h2>
      <p>{t('reflection.why')}</p>
      <div className="row">
        <LinkButton look="secondary" href={`/sessions/${sessionId}/reflection`} icon={<NotebookPen aria-hidden size={20} />}>{t('reflection.open')}</LinkButton>
      </div>
    </section>
  );
}
