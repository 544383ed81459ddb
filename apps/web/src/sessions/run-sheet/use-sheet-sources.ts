import type { SheetSource, SheetTemplateRow } from '@spolu/contracts/run-sheet';
import type { SessionRow } from '@spolu/contracts/sessions';
import { useWholeList } from '../../http/use-list.ts';

export const useTemplates = (processId: string) => useWholeList<SheetTemplateRow>(`/processes/${processId}/sheet-templates`);

/** What a sheet can begin with: templates of the process's organisations and its other sessions. */
export function useSheetSources(processId: string, notSessionId?: string) {
  const templates = useTemplates(processId);
  const sessions = useWholeList<SessionRow>(`/sessions?processId=${processId}`);
  return {
    templates,
    sheets: (templates.data ?? []).filter(({ kind }) => kind === 'sheet'),
    sessions: (sessions.data ?? []).filter(({ mine, id }) => mine && id !== notSessionId),
  };
}

/** A source as one word of a choice, and back. */
export const sourceKey = (source: SheetSource) => ('templateId' in source ? `template ${source.templateId}` : `session ${source.sessionId}`);
export function sourceOf(key: string): SheetSource | undefined {
  const [kind, id = ''] = key.split(' ');
  return kind === 'template' ? { templateId: id } : kind === 'session' ? { sessionId: id } : undefined;
}
