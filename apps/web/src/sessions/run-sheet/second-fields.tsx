import type { Language } from '@spolu/contracts/common';
import { PlainTextArea } from '@spolu/ui/plain';
import { LANGUAGE_NAMES } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import type { SecondValues } from './second-words.ts';

interface SecondFieldsProps {
  first: Language;
  second: Language;
  /** All that the activity says to people. */
  words: readonly string[];
  values: SecondValues;
  onChange: (values: SecondValues) => void;
}

/** Each text of the activity with its place for the session's second language below it; what stays empty is told in the first alone. */
export function SecondFields({ first, second, words, values, onChange }: SecondFieldsProps) {
  const t = useText('sessions/run-sheet');
  if (words.length === 0) return null;
  return (
    <fieldset className="sheet-fields stack">
      <legend>
        {t('second.title')} <span lang={second}>{LANGUAGE_NAMES[second]}</span>
      </legend>
      <p className="ui-hint">{t('second.means')}</p>
      {words.map((of, i) => (
        // by place: the field stays while its words are retyped
        <PlainTextArea
          key={i}
          label={<span lang={first} className="keep-lines">{of}</span>}
          rows={of.length > 100 ? 3 : 1}
          lang={second}
          value={values[of] ?? ''}
          onChange={(is) => onChange({ ...values, [of]: is })}
        />
      ))}
    </fieldset>
  );
}
