/** Asks again until the expectation holds, for what a page shows a moment after something happened elsewhere; fails with its last complaint. */
export async function eventually(expectation: () => Promise<void> | void, withinMs = 15_000): Promise<void> {
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      await expectation();
      return;
    } catch (complaint) {
      if (Date.now() > until) throw complaint;
      await new Promise((again) => setTimeout(again, 50));
    }
  }
}
