import type { WordPair } from '@spolu/contracts/activity-words';
import type { Language } from '@spolu/contracts/common';
import { createContext, use, type ReactNode } from 'react';
import './in-both.css';

interface TwoLanguages {
  first: Language;
  second: Language;
  /** Whose words stand first where she reads. */
  own?: Language | undefined;
  /** What of the activity on the screen is there in the second one. */
  pairs: readonly WordPair[];
}
const Context = createContext<TwoLanguages | null>(null);

interface InTwoLanguagesProps {
  room: { language: Language; secondLanguage: Language | null };
  activity: { second?: WordPair[] | undefined } | null;
  own?: Language;
  children: ReactNode;
}

/** Where a session is in two languages, what is in it may be told in both. */
export function InTwoLanguages({ room: { language, secondLanguage }, activity, own, children }: InTwoLanguagesProps) {
  return <Context value={secondLanguage && { first: language, second: secondLanguage, own, pairs: activity?.second ?? [] }}>{children}</Context>;
}

/** Null: the session is in one language. */
export const useTwoLanguages = () => use(Context);

/** Where one language stands alone: null. */
function useBoth(of: string): { lang: Language; words: string }[] | null {
  const two = useTwoLanguages();
  const is = two?.pairs.find((pair) => pair.of === of)?.is;
  if (!two || is === undefined) return null;
  const first = { lang: two.first, words: of };
  const second = { lang: two.second, words: is };
  return two.own === two.second ? [second, first] : [first, second];
}

/** What an activity or a session says, in both languages one under the other where somebody put it into the second; else as it is. */
export function InBoth({ of }: { of: string }) {
  const both = useBoth(of);
  if (!both) return of;
  return (
    <span className="in-both">
      {both.map(({ lang, words }, i) => (
        <span key={lang} lang={lang} className={i === 0 ? undefined : 'in-both-other'}>
          {words}
          {/* for ears and for what is copied: one ends before the other begins */}
          {i === 0 && <span className="visually-hidden"> / </span>}
        </span>
      ))}
    </span>
  );
}

/** The same in one line. */
export function InBothLine({ of }: { of: string }) {
  const both = useBoth(of);
  return both ? both.map(({ lang, words }, i) => <span key={lang}>{i > 0 && ' / '}<span lang={lang}>{words}</span></span>) : of;
}

/** What the session is called in both of its languages, in one line or, `apart`, in one each. */
export function SessionTitle({ room, own, apart = false }: { room: InTwoLanguagesProps['room'] & { title: string; second?: WordPair[] }; own?: Language; apart?: boolean }) {
  return (
    <InTwoLanguages room={room} activity={room} {...(own && { own })}>
      {apart ? <InBoth of={room.title} /> : <InBothLine of={room.title} />}
    </InTwoLanguages>
  );
}

/** The same where there is room for plain words only. */
export function useInBoth(): (of: string) => string {
  const two = useTwoLanguages();
  return (of) => {
    const is = two?.pairs.find((pair) => pair.of === of)?.is;
    if (!two || is === undefined) return of;
    return two.own === two.second ? `${is} / ${of}` : `${of} / ${is}`;
  };
}
