import { ExportReader } from '@spolu/contracts/export-reader';
import { Problem } from '@spolu/contracts/problems';
import type { ExportReport, ExportStep } from '@spolu/contracts/report-export';
import { api, Unreachable, type ReceivedFile } from '../../http/api.ts';

export interface Making {
  step: ExportStep;
  done: number;
  of: number;
}

/**
 * Takes the report as a file while `tell` hears how far it is. A file that broke off is none.
 * @throws Problem, Unreachable
 */
export function takeReport(sessionId: string, asked: ExportReport, tell: (making: Making) => void, signal: AbortSignal): Promise<ReceivedFile> {
  return api.stream(`/sessions/${sessionId}/report/exports`, asked, (response) => received(response, tell), { signal });
}

async function received(response: Response, tell: (making: Making) => void): Promise<ReceivedFile> {
  const reader = new ExportReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const chunks = response.body?.getReader();
  let head = { file: '', type: '' };
  for (let chunk = await chunks?.read(); chunk && !chunk.done; chunk = await chunks?.read()) {
    for (const said of reader.read(chunk.value)) {
      if ('part' in said) parts.push(said.part);
      else if ('file' in said) head = said;
      else if ('step' in said) tell(said);
      else if ('problem' in said) throw new Problem(said.problem);
      else if ('end' in said) return { name: head.file, blob: new Blob(parts, { type: head.type }) };
    }
  }
  throw new Unreachable('the file broke off');
}
