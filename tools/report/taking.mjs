import { randomUUID } from 'node:crypto';
import { ExportReader } from '../../libs/contracts/dist/export-reader.js';

/** Takes a report as a file. @returns its bytes, its name, how often it said how far it is, and when the first word came, in milliseconds */
export async function take(device, sessionId, asked) {
  const began = performance.now();
  const response = await fetch(`${device.server.url}/api/sessions/${sessionId}/report/exports`, {
    method: 'POST',
    headers: { origin: device.server.url, cookie: device.cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(asked),
  });
  if (!response.ok) throw new Error(`the report could not be taken: ${response.status} ${await response.text()}`);
  const reader = new ExportReader();
  const parts = [];
  let [name, firstMs, ended, steps] = ['', null, false, 0];
  for await (const chunk of response.body) {
    firstMs ??= performance.now() - began;
    for (const said of reader.read(chunk)) {
      if ('part' in said) parts.push(said.part);
      if ('file' in said) name = said.file;
      if ('step' in said) steps += 1;
      if ('problem' in said) throw new Error(`the report broke off: ${said.problem}`);
      if ('end' in said) ended = true;
    }
  }
  if (!ended) throw new Error('the report broke off');
  return { bytes: Buffer.concat(parts), name, steps, firstMs, ms: performance.now() - began };
}
