import { Menu } from '@spolu/ui/menu';
import { toast } from '@spolu/ui/toast';
import type { OverviewFile } from '@spolu/contracts/duties';
import { api } from '../http/api.ts';
import { saveFile } from '../http/save-file.ts';
import { currentLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';

/** Both tables for a spreadsheet, or one of them for another program. */
export function OverviewFiles() {
  const t = useText('duties');
  async function handleFile(wanted: Omit<OverviewFile, 'language'>) {
    try {
      saveFile(await api.file('/overview-files', { ...wanted, language: currentLanguage() } satisfies OverviewFile));
    } catch {
      toast(t('file.failed'), 'bad');
    }
  }
  const entry = (id: string, text: string, wanted: Omit<OverviewFile, 'language'>) => ({ id, label: text, text, onAction: () => void handleFile(wanted) });
  return (
    <Menu
      label={t('file.open')}
      trigger={{ look: 'secondary', children: t('file.open') }}
      entries={[
        entry('xlsx', t('file.xlsx'), { format: 'xlsx', of: 'processes' }),
        entry('processes', t('file.processes'), { format: 'csv', of: 'processes' }),
        entry('holders', t('file.holders'), { format: 'csv', of: 'holders' }),
      ]}
    />
  );
}
