import type { RoleView } from '@spolu/contracts/identity';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { toast } from '@spolu/ui/toast';
import { api } from '../http/api.ts';
import { useCommand } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';

export function EndRoleDialog({ role, onClose }: { role: RoleView; onClose: () => void }) {
  const t = useText('identity');
  const problemText = useProblemText();
  const end = useCommand(() => api.delete(`/roles/${role.id}`), ['/people', '/bodies', '/roles', '/me']);
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('roles.endTitle')}
      confirm={t('roles.end')}
      danger
      onConfirm={() => end.mutateAsync().catch((error: unknown) => toast(problemText(error), 'bad'))}
    >
      {t('roles.endText', { name: role.personName, role: t(`role.${role.role}`) })}
    </ConfirmDialog>
  );
}
