import type { ObjectLiteral } from 'typeorm';
import { Board, BoardClient, BoardSnapshot, BoardUpdate } from '../boards/board.entity.ts';
import { BoardComment, BoardReaction, BoardTalk, BoardThread } from '../boards/talk/talk.entity.ts';
import { Mail } from '../mail/mail.entity.ts';
import { FileRow } from '../files/file.entity.ts';
import { BoardCheckpoint } from '../boards/board-checkpoint.entity.ts';
import { AuditEntryRow } from '../identity/audit-entry.entity.ts';
import { InstallationRow } from '../identity/installation.entity.ts';
import { Invitation, SetUpLink } from '../identity/invitation.entity.ts';
import { Mandate } from '../identity/mandate.entity.ts';
import { Body, Organisation } from '../identity/organisation.entity.ts';
import { Person } from '../identity/person.entity.ts';
import { Role, RolePlace } from '../identity/role.entity.ts';
import { FailedAttempt, SignInParticipant, SignInRow } from '../identity/sign-in.entity.ts';
import { Process, ProcessActor, ProcessCommitment, ProcessOrganisation, ProcessPhase, ProcessSession } from '../participation/process.entity.ts';
import { TopicCheckRow } from '../participation/topic-check.entity.ts';
import { WordsReport } from '../provenance/comments/comment.entity.ts';
import { ConsentEntry } from '../provenance/consent-entry.entity.ts';
import { Contribution, ContributionVersion } from '../provenance/contribution.entity.ts';
import { Following, NoticeAddress, NoticeRow, NoticeUnsubscribe } from '../provenance/notices/notice.entity.ts';
import { Link, LinkEnd } from '../provenance/link.entity.ts';
import { ReceiptRow } from '../provenance/receipt.entity.ts';
import { ProvenanceRecord } from '../provenance/record.entity.ts';
import { SurveyGiven, SurveyRow, SurveySubmission, SurveyToken } from '../sessions/feedback/survey.entity.ts';
import { ReflectionRow } from '../sessions/feedback/reflection.entity.ts';
import { FeedbackWordsRow } from '../sessions/feedback/feedback.entity.ts';
import { AnswerOptionRow, AnswerRow, HiddenAnswer, SecretAnswer, SecretAnswerGiven } from '../sessions/activities/answers/answer.entity.ts';
import { Breakout, BreakoutCarriedNote, BreakoutRound, BreakoutSeat, BreakoutTable } from '../sessions/activities/breakout/breakout.entity.ts';
import { Ideathon, IdeathonEntry, IdeathonMember, IdeathonNote, IdeathonTeam } from '../sessions/activities/ideathon/ideathon.entity.ts';
import { IdeathonJuror, IdeathonJury, IdeathonJuryConflict, IdeathonJuryResult, IdeathonJuryRevision, IdeathonJurySheet } from '../sessions/activities/ideathon/jury/jury.entity.ts';
import { LateAnswerRow } from '../sessions/activities/late/late-answer.entity.ts';
import { CardRow } from '../sessions/activities/brainstorm/card.entity.ts';
import { ActivityCluster, Cluster, ClusterNote } from '../sessions/activities/cluster/cluster.entity.ts';
import { BallotRow, Dot, Vote, VoteOptionRow } from '../sessions/activities/dot-vote/vote.entity.ts';
import { SheetTemplate } from '../sessions/run-sheet/sheet-template.entity.ts';
import { Question, QuestionSupport } from '../sessions/activities/q-and-a/question.entity.ts';
import { MeaningAnswerRow, MeaningCheck } from '../sessions/report/meaning/meaning.entity.ts';
import { ReportPhotoRow } from '../sessions/report/pictures/report-photo.entity.ts';
import { ReportBlockRow, ReportDraftRow, ReportPictureRow, ReportVersionRow } from '../sessions/report/report-block.entity.ts';
import { Hand } from '../sessions/hands/hand.entity.ts';
import { Activity, ActivityFrame, Participant, Session, SessionBoard } from '../sessions/session.entity.ts';
import { RegistrationEntry, SessionRegistration } from '../registration/registration.entity.ts';
import { ActionPlan, Commitment, CommitmentBlockRow, Milestone, MilestoneDelayRow } from '../commitments/commitment.entity.ts';
import { CommitmentCommentRow } from '../commitments/talk/commitment-comment.entity.ts';
import { Idea, IdeaCluster, IdeaNote, IdeaPictureRow } from '../ideas/idea.entity.ts';
import { IdeaCommentRow, IdeaSupport } from '../ideas/talk/idea-talk.entity.ts';
import { IdeaCategoryRow, IdeaIntake, IdeaPlanRow } from '../ideas/idea-intake.entity.ts';
import { AnswerTerm, Reminder, ReminderLadderRow } from '../duties/duty.entity.ts';
import { Assessment, AssessmentScore, Criteria, CriterionRow } from '../assessment/assessment.entity.ts';
import { Peer } from '../peers/peer.entity.ts';
import { PublicVote, PublicVoteBallot, PublicVoteCategory, PublicVoteCode, PublicVoteGiven, PublicVoteGuestGiven, PublicVoteOptionRow, PublicVoteReading } from '../public-votes/public-vote.entity.ts';
import { Dossier, DossierLook, DossierVersionRow, RecommendationOpinion, RecommendationQuestion, RecommendationRow, VersionReferral } from '../outputs/dossier.entity.ts';
import { Meeting, MeetingItem, MeetingSeat, MeetingVote } from '../review/meetings/meeting.entity.ts';
import { ReferralRoute, ReferralRouteChange, ReferralStep } from '../review/route/route.entity.ts';
import { ReferralQuestion } from '../review/questions/question.entity.ts';
import { Decision, DecisionItem, DecisionMilestone, OpinionRow, Position, PositionConflict, PositionNote, Referral, ReferralItem } from '../review/review.entity.ts';
import { NoteTranslation } from '../sessions/translations/note-translation.entity.ts';
import { MissedWord, RoundRobin } from '../sessions/activities/brainstorm/round-robin/round-robin.entity.ts';
import { Brainwriting, BrainwritingSheet, BrainwritingTurn } from '../sessions/activities/brainstorm/brainwriting/sheet.entity.ts';
import { IdempotencyKey } from './idempotency-key.entity.ts';

/** Every table as TypeORM sees it. */
export const ENTITIES: (new () => ObjectLiteral)[] = [
  IdempotencyKey,
  InstallationRow, Person, Organisation, Body, Mandate, Role, RolePlace, Invitation, SetUpLink, SignInRow, SignInParticipant, FailedAttempt, AuditEntryRow,
  FileRow, Mail,
  Peer,
  Board, BoardClient, BoardUpdate, BoardSnapshot, BoardCheckpoint,
  ProvenanceRecord, Link, LinkEnd, Contribution, ContributionVersion, ReceiptRow, ConsentEntry, Following, NoticeRow, NoticeAddress, NoticeUnsubscribe,
  BoardTalk, BoardThread, BoardComment, BoardReaction,
  Process, ProcessPhase, ProcessActor, ProcessOrganisation, ProcessCommitment, ProcessSession, TopicCheckRow,
  Session, SessionBoard, Activity, ActivityFrame, Participant, CardRow, Cluster, ClusterNote, ActivityCluster, Vote, VoteOptionRow, BallotRow, Dot,
  Question, QuestionSupport,
  LateAnswerRow, AnswerOptionRow, AnswerRow, SecretAnswerGiven, SecretAnswer, HiddenAnswer, ReflectionRow, FeedbackWordsRow, SurveyRow, SurveyToken, SurveyGiven, SurveySubmission,
  SheetTemplate,
  SessionRegistration, RegistrationEntry,
  ReportDraftRow, ReportBlockRow, ReportVersionRow, ReportPictureRow, ReportPhotoRow, MeaningCheck, MeaningAnswerRow,
  Hand,
  Ideathon, IdeathonTeam, IdeathonMember, IdeathonEntry, IdeathonNote,
  IdeathonJury, IdeathonJuror, IdeathonJuryConflict, IdeathonJurySheet, IdeathonJuryRevision, IdeathonJuryResult,
  Brainwriting, BrainwritingSheet, BrainwritingTurn, RoundRobin, MissedWord, NoteTranslation,
  Breakout, BreakoutRound, BreakoutTable, BreakoutSeat, BreakoutCarriedNote,
  Idea, IdeaCluster, IdeaNote, IdeaSupport, IdeaCommentRow, WordsReport,
  IdeaIntake, IdeaCategoryRow, IdeaPlanRow, IdeaPictureRow,
  AnswerTerm, ReminderLadderRow, Reminder,
  Criteria, CriterionRow, Assessment, AssessmentScore,
  PublicVote, PublicVoteCategory, PublicVoteOptionRow, PublicVoteGiven, PublicVoteGuestGiven, PublicVoteCode, PublicVoteReading, PublicVoteBallot,
  Dossier, DossierLook, DossierVersionRow, RecommendationOpinion, RecommendationQuestion, RecommendationRow, VersionReferral,
  ActionPlan, Commitment, CommitmentBlockRow, CommitmentCommentRow, Milestone, MilestoneDelayRow,
  ReferralRoute, ReferralStep, ReferralRouteChange, Referral, ReferralItem, Position, PositionConflict, PositionNote, ReferralQuestion, OpinionRow, Decision, DecisionItem, DecisionMilestone, Meeting, MeetingItem, MeetingSeat, MeetingVote,
];
