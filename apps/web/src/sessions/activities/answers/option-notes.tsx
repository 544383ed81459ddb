import type { AnswerOption } from '@spolu/contracts/activities/answers';
import { usePhoneText } from '../../phone/phone-text.tsx';

/** The notes behind an option that is a cluster, folded. */
export function OptionNotes({ option: { noteTexts } }: { option: AnswerOption }) {
  const { t } = usePhoneText();
  if (noteTexts.length === 0) return null;
  return (
    <details className="phone-more">
      <summary>{t('vote.notes', { count: noteTexts.length })}</summary>
      <ul>
        {noteTexts.map((text, i) => (
          <li key={i}>{text}</li>
        ))}
      </ul>
    </details>
  );
}
