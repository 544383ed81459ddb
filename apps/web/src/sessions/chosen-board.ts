/** A table's board that the address names; null: the session's first. */
export const chosenBoard = (): string | null => new URLSearchParams(location.search).get('board');

/** Where this screen shows that board, null for the session's first. */
export const boardAddress = (boardId: string | null): string => (boardId === null ? location.pathname : `?board=${boardId}`);
