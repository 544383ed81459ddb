import type { MigrationInterface } from 'typeorm';
import { BoardDrawings1764002110000 } from './migrations/1764002110000-board-drawings.ts';
import { BoardTalk1764002400000 } from './migrations/1764002400000-board-talk.ts';
import { Answers1764010000000 } from './migrations/1764010000000-answers.ts';
import { LateAnswers1764026000000 } from './migrations/1764026000000-late-answers.ts';
import { RunSheet1764012000000 } from './migrations/1764012000000-run-sheet.ts';
import { Boards1764000500000 } from './migrations/1764000500000-boards.ts';
import { Commands1764000000000 } from './migrations/1764000000000-commands.ts';
import { Identity1764000100000 } from './migrations/1764000100000-identity.ts';
import { Provenance1764000200000 } from './migrations/1764000200000-provenance.ts';
import { Participation1764000400000 } from './migrations/1764000400000-participation.ts';
import { BoardCheckpoints1764002200000 } from './migrations/1764002200000-board-checkpoints.ts';
import { Jobs1764001450000 } from './migrations/1764001450000-jobs.ts';
import { Sessions1764000600000 } from './migrations/1764000600000-sessions.ts';
import { Ideas1764000700000 } from './migrations/1764000700000-ideas.ts';
import { Outputs1764000900000 } from './migrations/1764000900000-outputs.ts';
import { Review1764001000000 } from './migrations/1764001000000-review.ts';
import { Commitments1764001100000 } from './migrations/1764001100000-commitments.ts';
import { BoardOrganisations1764001200000 } from './migrations/1764001200000-board-organisations.ts';
import { RemovedDevices1764001300000 } from './migrations/1764001300000-removed-devices.ts';
import { Files1764001400000 } from './migrations/1764001400000-files.ts';
import { ResumedActivities1764002100000 } from './migrations/1764002100000-resumed-activities.ts';
import { TopicCheck1764014100000 } from './migrations/1764014100000-topic-check.ts';
import { Registration1764014000000 } from './migrations/1764014000000-registration.ts';
import { MeaningChecks1764016100000 } from './migrations/1764016100000-meaning-checks.ts';
import { Questions1764022000000 } from './migrations/1764022000000-questions.ts';
import { ReportBlocks1764016000000 } from './migrations/1764016000000-report-blocks.ts';
import { Hands1764018000000 } from './migrations/1764018000000-hands.ts';
import { PausingAndSkipping1764018200000 } from './migrations/1764018200000-pausing-and-skipping.ts';
import { Scribes1764018100000 } from './migrations/1764018100000-scribes.ts';
import { Peers1764002300000 } from './migrations/1764002300000-peers.ts';
import { Breakout1764020000000 } from './migrations/1764020000000-breakout.ts';
import { BreakoutKind1764022000001 } from './migrations/1764022000001-breakout-kind.ts';
import { MoreKinds1764023000000 } from './migrations/1764023000000-more-kinds.ts';
import { HiddenAnswers1764023100001 } from './migrations/1764023100001-hidden-answers.ts';
import { QuickPolls1764023100000 } from './migrations/1764023100000-quick-polls.ts';
import { IdeaWords1764024000000 } from './migrations/1764024000000-idea-words.ts';
import { PositionConflict1764024100000 } from './migrations/1764024100000-position-conflict.ts';
import { PositionNote1764024200000 } from './migrations/1764024200000-position-note.ts';
import { PaperBallots1764034700000 } from './migrations/1764034700000-paper-ballots.ts';
import { PublicVotes1764030000000 } from './migrations/1764030000000-public-votes.ts';
import { Ideathon1764023200000 } from './migrations/1764023200000-ideathon.ts';
import { MentorNotes1764023204000 } from './migrations/1764023204000-mentor-notes.ts';
import { AudienceVote1764023203000 } from './migrations/1764023203000-audience-vote.ts';
import { IdeathonPitches1764023202000 } from './migrations/1764023202000-ideathon-pitches.ts';
import { IdeathonCanvas1764023201000 } from './migrations/1764023201000-ideathon-canvas.ts';
import { IdeathonJury1764023300000 } from './migrations/1764023300000-ideathon-jury.ts';
import { Breaks1764023400000 } from './migrations/1764023400000-breaks.ts';
import { CardInbox1764023500000 } from './migrations/1764023500000-card-inbox.ts';
import { BeforeArrival1764023700000 } from './migrations/1764023700000-before-arrival.ts';
import { ReportPictures1764027000000 } from './migrations/1764027000000-report-pictures.ts';
import { WaitingIdeas1764034200000 } from './migrations/1764034200000-waiting-ideas.ts';
import { IdeaPlaces1764034200001 } from './migrations/1764034200001-idea-places.ts';
import { IdeaStems1764034200002 } from './migrations/1764034200002-idea-stems.ts';
import { OnlineContributions1764028000000 } from './migrations/1764028000000-online-contributions.ts';
import { Survey1764023400002 } from './migrations/1764023400002-survey.ts';
import { JurySeats1764034100001 } from './migrations/1764034100001-jury-seats.ts';
import { SurveyChoice1764034100000 } from './migrations/1764034100000-survey-choice.ts';
import { SessionWords1764037000000 } from './migrations/1764037000000-session-words.ts';
import { Reflection1764035200000 } from './migrations/1764035200000-reflection.ts';
import { IdeaChanges1764029000000 } from './migrations/1764029000000-idea-changes.ts';
import { IdeaTalk1764029100000 } from './migrations/1764029100000-idea-talk.ts';
import { FeedbackWords1764023400001 } from './migrations/1764023400001-feedback-words.ts';
import { Look1764023700001 } from './migrations/1764023700001-look.ts';
import { MilestoneProgress1764032200000 } from './migrations/1764032200000-milestone-progress.ts';
import { MilestoneRevision1764034400001 } from './migrations/1764034400001-milestone-revision.ts';
import { MilestoneDoneAt1764035600000 } from './migrations/1764035600000-milestone-done-at.ts';
import { CommitmentBlocks1764035600001 } from './migrations/1764035600001-commitment-blocks.ts';
import { CommitmentComments1764036300000 } from './migrations/1764036300000-commitment-comments.ts';
import { ConsentsAtTheDesk1764037500001 } from './migrations/1764037500001-consents-at-the-desk.ts';
import { HiddenQuestions1764039400001 } from './migrations/1764039400001-hidden-questions.ts';
import { NewsNotices1764039400000 } from './migrations/1764039400000-news-notices.ts';
import { QuestionsToAuthors1764037300000 } from './migrations/1764037300000-questions-to-authors.ts';
import { MoneyOfCommitments1764040000000 } from './migrations/1764040000000-money-of-commitments.ts';
import { CommentNotices1764041000000 } from './migrations/1764041000000-comment-notices.ts';
import { RemindedOfPositions1764042000000 } from './migrations/1764042000000-reminded-of-positions.ts';
import { AnswersToQuestions1764042010000 } from './migrations/1764042010000-answers-to-questions.ts';
import { MeetingsTold1764042020000 } from './migrations/1764042020000-meetings-told.ts';
import { DevicesKnownForDays1764038100000 } from './migrations/1764038100000-devices-known-for-days.ts';
import { ActivitiesOpenForDays1764038000000 } from './migrations/1764038000000-activities-open-for-days.ts';
import { WhoTookPartVotes1764037500000 } from './migrations/1764037500000-who-took-part-votes.ts';
import { Mail1764032100000 } from './migrations/1764032100000-mail.ts';
import { RemindersInApp1764036200000 } from './migrations/1764036200000-reminders-in-app.ts';
import { Notices1764032000000 } from './migrations/1764032000000-notices.ts';
import { Meetings1764031100000 } from './migrations/1764031100000-meetings.ts';
import { MeetingRevision1764034600001 } from './migrations/1764034600001-meeting-revision.ts';
import { PositionsShown1764035700000 } from './migrations/1764035700000-positions-shown.ts';
import { LeftAMeeting1764035700001 } from './migrations/1764035700001-left-a-meeting.ts';
import { ReferralRoute1764034600000 } from './migrations/1764034600000-referral-route.ts';
import { BodiesAsTheyAre1764031000000 } from './migrations/1764031000000-bodies-as-they-are.ts';
import { Brainwriting1764025000000 } from './migrations/1764025000000-brainwriting.ts';
import { BrainwritingCircles1764035100000 } from './migrations/1764035100000-brainwriting-circles.ts';
import { RoundRobin1764025100000 } from './migrations/1764025100000-round-robin.ts';
import { MissedWord1764034000001 } from './migrations/1764034000001-missed-word.ts';
import { Duties1764034300000 } from './migrations/1764034300000-duties.ts';
import { SecondLanguage1764034000000 } from './migrations/1764034000000-second-language.ts';
import { Assessment1764033000000 } from './migrations/1764033000000-assessment.ts';
import { DossierEvidence1764034500000 } from './migrations/1764034500000-dossier-evidence.ts';
import { ReferralQuestions1764034500001 } from './migrations/1764034500001-referral-questions.ts';
import { Erasure1764034400000 } from './migrations/1764034400000-erasure.ts';

/** In the order they run: TypeORM sorts by the number in the name. */
export const MIGRATIONS: (new () => MigrationInterface)[] = [
  Commands1764000000000,
  Identity1764000100000,
  Provenance1764000200000,
  Participation1764000400000,
  Boards1764000500000,
  Sessions1764000600000,
  Ideas1764000700000,
  Outputs1764000900000,
  Review1764001000000,
  Commitments1764001100000,
  BoardOrganisations1764001200000,
  RemovedDevices1764001300000,
  Files1764001400000,
  Jobs1764001450000,
  ResumedActivities1764002100000,
  BoardDrawings1764002110000,
  BoardCheckpoints1764002200000,
  Peers1764002300000,
  BoardTalk1764002400000,
  Answers1764010000000,
  RunSheet1764012000000,
  Registration1764014000000,
  TopicCheck1764014100000,
  ReportBlocks1764016000000,
  MeaningChecks1764016100000,
  Hands1764018000000,
  Scribes1764018100000,
  PausingAndSkipping1764018200000,
  Breakout1764020000000,
  Questions1764022000000,
  BreakoutKind1764022000001,
  MoreKinds1764023000000,
  QuickPolls1764023100000,
  HiddenAnswers1764023100001,
  Ideathon1764023200000,
  IdeathonCanvas1764023201000,
  IdeathonPitches1764023202000,
  AudienceVote1764023203000,
  MentorNotes1764023204000,
  IdeathonJury1764023300000,
  Breaks1764023400000,
  CardInbox1764023500000,
  BeforeArrival1764023700000,
  Look1764023700001,
  IdeaWords1764024000000,
  IdeaChanges1764029000000,
  IdeaTalk1764029100000,
  PositionConflict1764024100000,
  FeedbackWords1764023400001,
  PositionNote1764024200000,
  Survey1764023400002,
  SurveyChoice1764034100000,
  JurySeats1764034100001,
  ReportPictures1764027000000,
  Notices1764032000000,
  LateAnswers1764026000000,
  BodiesAsTheyAre1764031000000,
  Brainwriting1764025000000,
  BrainwritingCircles1764035100000,
  RoundRobin1764025100000,
  MissedWord1764034000001,
  Mail1764032100000,
  OnlineContributions1764028000000,
  WaitingIdeas1764034200000,
  IdeaPlaces1764034200001,
  IdeaStems1764034200002,
  Erasure1764034400000,
  MilestoneProgress1764032200000,
  MilestoneRevision1764034400001,
  MilestoneDoneAt1764035600000,
  CommitmentBlocks1764035600001,
  CommitmentComments1764036300000,
  WhoTookPartVotes1764037500000,
  ConsentsAtTheDesk1764037500001,
  Assessment1764033000000,
  Duties1764034300000,
  RemindersInApp1764036200000,
  DossierEvidence1764034500000,
  ReferralQuestions1764034500001,
  SecondLanguage1764034000000,
  Meetings1764031100000,
  ReferralRoute1764034600000,
  MeetingRevision1764034600001,
  PositionsShown1764035700000,
  LeftAMeeting1764035700001,
  PublicVotes1764030000000,
  PaperBallots1764034700000,
  Reflection1764035200000,
  SessionWords1764037000000,
  QuestionsToAuthors1764037300000,
  NewsNotices1764039400000,
  HiddenQuestions1764039400001,
  ActivitiesOpenForDays1764038000000,
  DevicesKnownForDays1764038100000,
  MoneyOfCommitments1764040000000,
  CommentNotices1764041000000,
  RemindedOfPositions1764042000000,
  AnswersToQuestions1764042010000,
  MeetingsTold1764042020000,
];
