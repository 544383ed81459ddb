import type { AnswerKind, AnswerOf, RoomAnswers } from '@spolu/contracts/activities/answers';

/** The part of the phone's screen where one kind of answer is made. What is made is sent by the screen around it. */
export interface AnswerFormProps<Kind extends AnswerKind> {
  /** Null: nothing was chosen yet. */
  draft: AnswerOf<Kind> | null;
  /** Null: what was made is none that can be sent. */
  change: (draft: AnswerOf<Kind> | null) => void;
  answers: RoomAnswers;
  /** What keeps it from being sent, in words; shown once she tried. */
  error: string | null;
}
