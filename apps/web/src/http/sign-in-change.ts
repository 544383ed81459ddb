/** Told when somebody signed in, joined or signed out in this tab: what holds a connection under the old cookie must make it anew. */
const listeners = new Set<() => void>();

export function onSignInChange(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function signInChanged() {
  for (const listener of listeners) listener();
}
