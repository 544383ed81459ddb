import { useText } from '../../../i18n/use-text.ts';
import { lazyView } from '../lazy-view.ts';
import type { RunActivityProps, RunKind } from '../run-by-kind.tsx';

const questions = lazyView(async () => (await import('./staff-questions.tsx')).StaffQuestions);

function Status({ activity }: RunActivityProps<'q-and-a'>) {
  const t = useText('sessions');
  const { part } = activity;
  return (
    <>
      <p>
        <strong>{t('qAndA.open', { count: part.openCount })}</strong>{' '}
        <span className="soft">
          {[part.answeredCount > 0 && t('qAndA.answeredCount', { count: part.answeredCount }), part.waitingCount > 0 && t('qAndA.waitingCount', { count: part.waitingCount })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <questions.View activity={activity} />
    </>
  );
}

export const RUN_Q_AND_A: RunKind<'q-and-a'> = {
  Status,
  isLockable: true,
  hallWords: (t, { title, part }) => {
    const current = part.questions.find(({ state }) => state === 'current');
    return current ? { headline: current.text, detail: t('qAndA.now') } : { headline: title, detail: t('qAndA.open', { count: part.openCount }) };
  },
};
