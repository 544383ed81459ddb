import { bareCode, CODE_SIGNS } from '@spolu/contracts/code-signs';
import { Button } from '@spolu/ui/button';
import { TextField } from '@spolu/ui/text-field';
import { useState, type FormEvent } from 'react';
import { useText } from '../i18n/use-text.ts';

/** The code from the hall's screen, for who reads it instead of scanning. It stands after `#`, so no server's log gets it. */
export function JoinForm({ go = (href) => location.assign(href) }: { go?: (href: string) => void }) {
  const t = useText('home');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    const code = bareCode(typed);
    const sound = CODE_SIGNS.test(code);
    setWrong(!sound);
    if (sound) go(`/j#${code}`);
  }
  return (
    <form className="ui-card home-join" onSubmit={handleSubmit} noValidate>
      <h2>{t('join.title')}</h2>
      <TextField
        label={t('join.code')}
        hint={t('join.hint')}
        value={typed}
        onChange={(next) => {
          setTyped(next.toUpperCase());
          setWrong(false);
        }}
        error={wrong ? t('join.wrong') : null}
        autoComplete="off"
        spellCheck={false}
      />
      <Button type="submit" size="thumb">
        {t('join.submit')}
      </Button>
    </form>
  );
}
