import type { Installation, Me } from '@spolu/contracts/identity';
import { Problem } from '@spolu/contracts/problems';
import type { QueryClient } from '@tanstack/react-query';
import { api } from './http/api.ts';
import { keyOf, makeQueryClient } from './http/queries.ts';
import { setTimeZone } from './i18n/format.ts';
import { askTexts, startTexts } from './i18n/i18n.ts';
import type { TextsOf } from './i18n/texts.ts';
import { firstLanguage } from './i18n/language.ts';
import { loadTexts } from './i18n/load-texts.ts';
import { applyTheme } from './shell/theme.ts';

/** A network that takes everything and answers nothing must not keep the window empty. */
const PATIENCE_MS = 5_000;

/**
 * What every page of staff and residents with a laptop needs before its first word. Who looks and where decide language and zone. Without an answer
 * the page still comes, as this device knows them, and says what is missing.
 * @param texts those that the page shows first, besides its frame's
 */
export async function start(texts: readonly TextsOf[] = []): Promise<QueryClient> {
  applyTheme();
  const first: TextsOf[] = ['shell', 'http', ...texts];
  // In the language it will most likely be, before the server has said whose account this is.
  askTexts(firstLanguage(), loadTexts, first);
  const client = makeQueryClient();
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  let isAway = false;
  const ask = <Answer>(path: string) =>
    api.get<Answer>(path, { signal: patience.signal }).catch((error: unknown) => {
      isAway ||= !(error instanceof Problem);
      return undefined;
    });
  const answers = await Promise.all([ask<Me>('/me'), ask<Installation>('/installation')]);
  clearTimeout(timer);
  const viewer = import('./device/viewer.ts');
  if (answers[0]) void viewer.then(({ keepOnlyFor }) => keepOnlyFor(answers[0]?.person?.id), () => undefined);
  const kept = isAway ? await viewer.then(({ keptViewer }) => keptViewer(), () => undefined) : undefined;
  const [me = kept?.me, installation = kept?.installation] = answers;
  if (me) client.setQueryData(keyOf('/me'), me);
  if (installation) {
    client.setQueryData(keyOf('/installation'), installation);
    setTimeZone(installation.timeZone);
  }
  await startTexts(firstLanguage(me?.person?.language, installation?.defaultLanguage), loadTexts, first);
  return client;
}
