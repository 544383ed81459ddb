import { askTexts } from '../../../../i18n/i18n.ts';
import type { PhoneActivityProps } from '../../phone-by-kind.tsx';
import { lazyView } from '../../lazy-view.ts';

/** The jury's view on a phone, with a way to its words. */
export const juryOnPhone = lazyView<Pick<PhoneActivityProps<'ideathon'>, 'activity'>>(async () => {
  const [{ PhoneJury }, { loadTexts }] = await Promise.all([import('./phone-jury.tsx'), import('../../../../i18n/load-texts.ts')]);
  void askTexts('sk', loadTexts, []);
  return PhoneJury;
});
