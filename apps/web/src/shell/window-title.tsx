/** The browser's title, for screens without a `Page` (canvas, projector, phone). */
export function WindowTitle({ children }: { children: string }) {
  return <title>{`${children} – Spolupracovňa`}</title>;
}
