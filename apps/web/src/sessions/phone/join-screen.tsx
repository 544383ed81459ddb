import type { Sector } from '@spolu/contracts/common';
import { NICKNAME_MAX_LENGTH } from '@spolu/contracts/plain';
import { Problem } from '@spolu/contracts/problems';
import type { Join, Joined, JoinOffer } from '@spolu/contracts/sessions';
import { Notice } from '@spolu/ui/notice';
import { PlainButton, PlainSelect, PlainTextField } from '@spolu/ui/plain';
import { RadioGroup } from '@spolu/ui/radio-group';
import { useRef, useState, type FormEvent } from 'react';
import { v4 as uuid } from 'uuid';
import { api } from '../../http/api.ts';
import { InBoth, InTwoLanguages } from '../in-both.tsx';
import { PHONE_LANGUAGES, usePhoneText } from './phone-text.tsx';
import { ScreenTitle, Thumb } from './screen.tsx';
import { useFailureText } from './use-failure-text.ts';

export const PHONE_SECTORS: readonly Sector[] = ['residents', 'public', 'business', 'ngo', 'academia'];

/** Without a code in the link: eight signs, typed as they are read from the screen of the hall. */
export function CodeScreen({ onCode, failure }: { onCode: (code: string) => void; failure: unknown }) {
  const { t } = usePhoneText();
  const failureText = useFailureText();
  const [code, setCode] = useState('');
  const clean = code.toUpperCase().replace(/[\s-]/g, '');
  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (clean) onCode(clean);
  }
  return (
    <form className="phone-screen" onSubmit={handleSubmit}>
      <LanguageChoice />
      <ScreenTitle>{t('code.title')}</ScreenTitle>
      <PlainTextField
        label={t('code.label')}
        hint={t('code.hint')}
        error={failure ? failureText(isMalformed(failure) ? new Problem('session/code-invalid') : failure) : null}
        value={code}
        onChange={setCode}
        autoCapitalize="characters"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        inputMode="text"
        className="phone-code"
      />
      <Thumb>
        <PlainButton type="submit" size="thumb">
          {t('code.go')}
        </PlainButton>
      </Thumb>
    </form>
  );
}

/** Too short or with a sign that no code has: to her simply a wrong code. */
const isMalformed = (failure: unknown) => failure instanceof Problem && failure.code === 'invalid-input';

/** Who asks her in, and one question: how to call her. One button, and she is in. */
export function JoinScreen(props: JoinProps) {
  const { language } = usePhoneText();
  const { offer: { language: first, second } } = props;
  return (
    <InTwoLanguages room={{ language: first, secondLanguage: second?.language ?? null }} activity={{ second: second?.pairs }} own={language}>
      <JoinForm {...props} />
    </InTwoLanguages>
  );
}

interface JoinProps {
  code: string;
  offer: JoinOffer;
  onJoined: (joined: Joined) => void;
}

function JoinForm({ code, offer, onJoined }: JoinProps) {
  const { t, language } = usePhoneText();
  const failureText = useFailureText();
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  // One key for all tries of one joining: a lost answer must not make two of her.
  const attempt = useRef<{ key: string; said: string } | null>(null);
  const nickname = name.trim();
  const tooLong = nickname.length > NICKNAME_MAX_LENGTH;

  async function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (pending || tooLong) return;
    const input: Join = { code, nickname: nickname || null, sector: null, language };
    const said = JSON.stringify(input);
    if (attempt.current?.said !== said) attempt.current = { key: uuid(), said };
    setPending(true);
    setFailure(null);
    try {
      onJoined(await api.post<Joined>('/joins', input, { key: attempt.current.key }));
    } catch (error) {
      setFailure(error);
      setPending(false);
    }
  }

  return (
    <form className="phone-screen" onSubmit={(event) => void handleSubmit(event)}>
      <LanguageChoice />
      <div className="stack stack-s">
        <p className="phone-kicker">{t('join.invited')}</p>
        <ScreenTitle>{offer.sessionTitle}</ScreenTitle>
      </div>
      {offer.welcome && (
        <p className="keep-lines phone-welcome" lang={offer.language}>
          <InBoth of={offer.welcome} />
        </p>
      )}
      <PlainTextField
        label={t('join.name')}
        hint={t('join.nameHint')}
        error={tooLong ? t('join.nameTooLong', { count: NICKNAME_MAX_LENGTH }) : null}
        value={name}
        onChange={setName}
        autoComplete="nickname"
        enterKeyHint="go"
      />
      <p className="soft small">{t('join.what')}</p>
      <Thumb>
        {failure !== null && (
          <Notice tone="bad" role="alert">
            {failureText(failure)}
          </Notice>
        )}
        <PlainButton type="submit" size="thumb" pending={pending}>
          {nickname ? t('join.as', { name: nickname }) : t('join.anonymously')}
        </PlainButton>
      </Thumb>
    </form>
  );
}

/** Asked once, after she is in; who does not answer is not asked again. */
export function SectorScreen({ onAnswer, pending }: { onAnswer: (sector: Sector | null) => void; pending: boolean }) {
  const { t } = usePhoneText();
  const [sector, setSector] = useState<Sector | null>(null);
  return (
    <div className="phone-screen">
      <ScreenTitle>{t('sector.title')}</ScreenTitle>
      <SectorChoice value={sector} onChange={setSector} labelHidden />
      <Thumb>
        <PlainButton size="thumb" pending={pending} aria-disabled={sector === null} onClick={() => sector && onAnswer(sector)}>
          {t('sector.go')}
        </PlainButton>
        <PlainButton look="quiet" pending={pending} onClick={() => onAnswer(null)}>
          {t('sector.skip')}
        </PlainButton>
      </Thumb>
    </div>
  );
}

export function SectorChoice({ value, onChange, labelHidden }: { value: Sector | null; onChange: (sector: Sector) => void; labelHidden?: boolean }) {
  const { t } = usePhoneText();
  return (
    <RadioGroup
      label={t('sector.title')}
      labelHidden={labelHidden}
      hint={t('sector.why')}
      look="tile"
      options={PHONE_SECTORS.map((id) => ({ id, label: t(`sector.${id}`) }))}
      value={value}
      onChange={onChange}
    />
  );
}

export function LanguageChoice() {
  const { t, language, changeLanguage } = usePhoneText();
  return (
    <div className="phone-language">
      <PlainSelect
        label={<span className="visually-hidden">{t('language')}</span>}
        options={PHONE_LANGUAGES}
        value={language}
        onChange={changeLanguage}
      />
    </div>
  );
}
