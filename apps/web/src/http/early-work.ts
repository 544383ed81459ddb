/** What the page's first script (`early.ts`) has on its way. Each is taken once, by the page that was opened. */
export interface EarlyWork {
  answers: Map<string, Promise<Response>>;
  socket: WebSocket | null;
  /** What was heard on the connection before it was taken. */
  messages: MessageEvent[];
}

declare global {
  interface Window {
    earlyWork?: EarlyWork;
  }
}

/** From now on nothing more is begun early: what is not there is asked for by who needs it. */
const work = (): EarlyWork => (window.earlyWork ??= { answers: new Map(), socket: null, messages: [] });

/** What the server answers to `GET /api{path}`, where that was asked already. */
export function earlyAnswer(path: string, signal?: AbortSignal | null): Promise<Response> | undefined {
  const { answers } = work();
  const answer = answers.get(path);
  answers.delete(path);
  if (!answer || !signal) return answer;
  const aborted = new Promise<never>((_, refuse) => signal.addEventListener('abort', () => refuse(signal.reason as Error), { once: true }));
  return Promise.race([answer, aborted]);
}

/** Another viewer is here than the one who was answered. */
export const dropEarlyAnswers = (): void => work().answers.clear();

/**
 * The connection that is made already, where it is to the same place and still stands. What happened on it happens once more for who sets its handlers
 * in this moment.
 */
export function earlySocket(url: string): WebSocket | undefined {
  const { socket, messages } = work();
  work().socket = null;
  if (!socket) return undefined;
  if (socket.url !== url || socket.readyState > WebSocket.OPEN) {
    socket.close();
    return undefined;
  }
  const wasOpen = socket.readyState === WebSocket.OPEN;
  queueMicrotask(() => {
    if (wasOpen) socket.onopen?.(new Event('open'));
    for (const message of messages.splice(0)) socket.onmessage?.(message);
  });
  return socket;
}
