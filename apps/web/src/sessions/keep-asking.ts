const AGAIN_MS = 2_000;
/** A minute: then it is no signal that is lost, but a part of an older version that is gone. */
const TRIES_MAX = 30;

/** Fetches a part of the page that the rest does without for a while, and asks again where it does not come: whoever lost the signal keeps what she has. */
export async function keepAsking<Part>(load: () => Promise<Part>): Promise<Part> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await load();
    } catch (error) {
      if (tries >= TRIES_MAX) throw error;
    }
    await new Promise((done) => setTimeout(done, AGAIN_MS));
  }
}
