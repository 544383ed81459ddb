import { TranslationLines } from '../../../boards/note-translations.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { FittedList } from '../../fitted-list.tsx';
import { HallText } from '../../hall-text.tsx';
import type { ProjectorActivityProps } from '../projector-by-kind.tsx';

/** The question that is being answered, large; else the open ones, the most supported first. */
export function ProjectorQAndA({ activity: { part, instruction } }: ProjectorActivityProps<'q-and-a'>) {
  const t = useText('sessions');
  const current = part.questions.find(({ state }) => state === 'current');
  const open = part.questions.filter(({ state }) => state === 'shown');
  const counts = [part.openCount > 0 && t('qAndA.open', { count: part.openCount }), part.answeredCount > 0 && t('qAndA.answeredCount', { count: part.answeredCount })].filter(Boolean).join(' · ');
  if (current) {
    return (
      <>
        <p className="hall-line">{t('qAndA.now')}</p>
        <HallText key={JSON.stringify(current.translations)} look="information" text={current.text} beneath={<TranslationLines translations={current.translations ?? []} sign={t('translated')} />} />
        <p className="hall-line">
          {t('qAndA.supporters', { count: current.supportCount })} {counts && `· ${counts}`}
        </p>
      </>
    );
  }
  return (
    <>
      {instruction && <HallText look="instruction" text={instruction} />}
      <p className="hall-line">{counts || t('qAndA.none')}</p>
      <FittedList of={JSON.stringify(open)} more={(count) => t('qAndA.more', { count })}>
        <ol className="hall-options">
          {open.map(({ id, text, language, supportCount, translations }) => (
            <li key={id}>
              <span lang={language}>{text}</span> <span className="hall-soft">{t('qAndA.supporters', { count: supportCount })}</span>
              {translations && <TranslationLines translations={translations} sign={t('translated')} />}
            </li>
          ))}
        </ol>
      </FittedList>
    </>
  );
}
