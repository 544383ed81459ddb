/** Where socket.io listens; WebSocket only, signed in by the cookie of the same site. */
export const SOCKET_PATH = '/socket';

/**
 * Events of a live board; their payloads are in `@spolu/contracts/boards`. The hot ones have one letter, since every frame carries the name.
 * Up: from the device to the server.
 */
export const BoardEvent = {
  /** Up, `JoinBoard` → `JoinAnswer`. After a good answer: `state` or not, then `updates` up to the answer's tick, then all that comes. */
  join: 'board.join',
  /** Up, `LeaveBoard`. */
  leave: 'board.leave',
  /** Up, `AskSpare` → `SpareAnswer`: one for each seat, however often it asks. */
  spare: 'board.spare',
  /** Up, `WatchBoard` → `WatchAnswer`: tells with `changed` that the board as a list is worth reading again. */
  watch: 'board.watch',
  /** Up, `FollowPerson` → `FollowAnswer`: her view comes from now on. */
  follow: 'board.follow',
  /** Up, `PresentView` → `FollowAnswer`: everybody is shown one's own view, or no more. */
  present: 'board.present',
  /** Up, binary `UpdateFrame`. */
  update: 'u',
  /** Up, binary presence. */
  presence: 'p',
  /** Down, binary `StateFrame`. */
  state: 's',
  /** Down, binary `UpdatesFrame`. */
  updates: 'b',
  /** Down, binary presences of all. */
  presences: 'k',
  /** Down, `Refused`. */
  refused: 'board.refused',
  /** Down, `RuleChanged`. */
  rule: 'board.rule',
  /** Down, `PeopleChanged`. */
  people: 'board.people',
  /** Down, `Storing`. */
  storing: 'board.storing',
  /** Down, `SpotlightChanged`: somebody shows her view to everybody, or no more. */
  spotlight: 'board.spotlight',
  /** Down, `FollowersChanged`: how many follow one's own view; it is sent only while somebody does. */
  followers: 'board.followers',
  /** Down, `TalkChanged`: what is said about things on the board, in numbers. */
  talk: 'board.talk',
  /** Down, `Ended`: the seat is over; nothing more comes on this channel. */
  ended: 'board.ended',
  /** Down, `ProblemDocument`: what the device did goes beyond what any of ours does, and its connection ends. */
  problem: 'problem',
  /** Down to watchers, `Changed`, at most once a second. */
  changed: 'board.changed',
} as const;
