/** Set when somebody went to another page, taken by the first heading that appears there. */
let wished = false;

export const wishFocus = () => {
  wished = true;
};

export function takeFocusWish(): boolean {
  const was = wished;
  wished = false;
  return was;
}
