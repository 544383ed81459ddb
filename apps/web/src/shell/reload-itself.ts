const KEPT_AS = 'reloaded-itself';
const AGAIN_MS = 2_000;
const NOT_BEFORE_MS = 60_000;

/** For a screen at which nobody stands: loads it anew once the server answers, at most once a minute. */
export async function reloadItself(reload = () => location.reload()): Promise<void> {
  const before = Number(sessionStorage.getItem(KEPT_AS) ?? 0);
  await pause(Math.max(0, before + NOT_BEFORE_MS - Date.now()));
  while (!(await answers())) await pause(AGAIN_MS);
  sessionStorage.setItem(KEPT_AS, String(Date.now()));
  reload();
}

const answers = () => fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(({ ok }) => ok, () => false);
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
