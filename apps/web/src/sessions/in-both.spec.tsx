import { expect, test } from '@jest/globals';
import type { Language } from '@spolu/contracts/common';
import { render, screen } from '@testing-library/react';
import { InBoth, InBothLine, InTwoLanguages, useInBoth } from './in-both.tsx';

const PAIRS = [{ of: 'Čo trápi mesto?', is: 'Що турбує місто?' }];
function Plain({ of }: { of: string }) {
  return <i>{useInBoth()(of)}</i>;
}
const show = (second: Language | null, own?: Language) =>
  render(
    <InTwoLanguages room={{ language: 'sk', secondLanguage: second }} activity={{ second: PAIRS }} {...(own && { own })}>
      <h1><InBoth of="Čo trápi mesto?" /></h1>
      <p><InBoth of="Bez prekladu" /></p>
      <Plain of="Čo trápi mesto?" />
    </InTwoLanguages>,
  );
const languages = () => [...screen.getByRole('heading').querySelectorAll('[lang]')].map((part) => part.getAttribute('lang'));

test('what is asked stands in both languages, each named for who listens', () => {
  show('uk');
  expect(languages()).toEqual(['sk', 'uk']);
  expect(screen.getByRole('heading', { name: 'Čo trápi mesto? / Що турбує місто?' })).toBeTruthy();
  expect(screen.getByText('Bez prekladu').querySelector('[lang]')).toBeNull();
});

test('where she reads the second language it stands first', () => {
  show('uk', 'uk');
  expect(languages()).toEqual(['uk', 'sk']);
  expect(screen.getByText('Що турбує місто? / Čo trápi mesto?')).toBeTruthy();
});

test('in one line each is named for who listens, too', () => {
  const { container } = render(
    <InTwoLanguages room={{ language: 'sk', secondLanguage: 'uk' }} activity={{ second: PAIRS }}>
      <InBothLine of="Čo trápi mesto?" />
    </InTwoLanguages>,
  );
  expect(container.textContent).toBe('Čo trápi mesto? / Що турбує місто?');
  expect([...container.querySelectorAll('[lang]')].map((part) => part.getAttribute('lang'))).toEqual(['sk', 'uk']);
});

test('a reader of a third language has the first one first, and a session in one language shows that alone', () => {
  const { unmount } = show('uk', 'en');
  expect(languages()).toEqual(['sk', 'uk']);
  unmount();
  show(null, 'uk');
  expect(screen.getByRole('heading', { name: 'Čo trápi mesto?' }).textContent).toBe('Čo trápi mesto?');
});
