import { PASSWORD_MIN_LENGTH } from '@spolu/contracts/identity';
import { TextField } from '@spolu/ui/text-field';
import { useText } from '../i18n/use-text.ts';

interface PasswordFieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  error: string | null;
}

/** For choosing a password: length is what counts, pasting from a manager is welcome. */
export function NewPasswordField(props: PasswordFieldProps) {
  const t = useText('identity');
  return <TextField {...props} type="password" autoComplete="new-password" hint={t('passwordHint', { count: PASSWORD_MIN_LENGTH })} width="medium" />;
}
