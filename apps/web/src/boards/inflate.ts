/** Raw deflate by the browser's own means; undefined where it has none. */
export const inflate = typeof DecompressionStream === 'undefined' ? undefined : async (bytes: Uint8Array): Promise<Uint8Array> => {
  const inflated = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
};
