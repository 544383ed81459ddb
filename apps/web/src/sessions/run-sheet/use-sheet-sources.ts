import type { ReadySheet } from '@spolu/contracts/methods';
import type { SheetSource, SheetTemplateRow } from '@spolu/contracts/run-sheet';
import type { SessionRow } from '@spolu/contracts/sessions';
import { useResource } from '../../http/queries.ts';
import { useWholeList } from '../../http/use-list.ts';
import { currentLanguage } from '../../i18n/i18n.ts';

export const useTemplates = (processId: string) => useWholeList<SheetTemplateRow>(`/processes/${processId}/sheet-templates`);

/** They change only with the program. */
export const useReadySheets = () => useResource<ReadySheet[]>(`/ready-sheets?lang=${currentLanguage()}`, { staleTime: 60 * 60 * 1_000 });

/** What a sheet can begin with: those that come with the program, templates of the process's organisations and its other sessions. */
export function useSheetSources(processId: string, notSessionId?: string) {
  const ready = useReadySheets();
  const templates = useTemplates(processId);
  const sessions = useWholeList<SessionRow>(`/sessions?processId=${processId}`);
  return {
    templates,
    ready: ready.data ?? [],
    sheets: (templates.data ?? []).filter(({ kind }) => kind === 'sheet'),
    sessions: (sessions.data ?? []).filter(({ mine, id }) => mine && id !== notSessionId),
  };
}

/** A source as one word of a choice, and back. */
export const sourceKey = (source: SheetSource) =>
  'templateId' in source ? `template ${source.templateId}` : 'sessionId' in source ? `session ${source.sessionId}` : `ready ${source.readySheetId}`;
export function sourceOf(key: string): SheetSource | undefined {
  const [kind, id = ''] = key.split(' ');
  return kind === 'template' ? { templateId: id } : kind === 'session' ? { sessionId: id } : kind === 'ready' ? { readySheetId: id } : undefined;
}
