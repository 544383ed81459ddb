import { useTextsOf } from '../../../../i18n/i18n.ts';
import { usePhoneText } from '../../../phone/phone-text.tsx';
import type { JuryText } from './jury-words.ts';

/** The jury's words on a phone, which come with its view and not with the first load. */
export const useJuryText = (): JuryText => useTextsOf('sessions/activities/ideathon/jury', usePhoneText().language);
