import { AnswersController } from './answers/answers.controller.ts';
import { AnswersReader } from './answers/answers-reader.ts';
import { AnswersService } from './answers/answers.service.ts';
import { AnswersSteps } from './answers/answers-steps.ts';
import { BrainstormReader } from './brainstorm/brainstorm-reader.ts';
import { BrainstormSteps } from './brainstorm/brainstorm-steps.ts';
import { SheetsController } from './brainstorm/brainwriting/sheets.controller.ts';
import { SheetsService } from './brainstorm/brainwriting/sheets.service.ts';
import { WordKeeper } from './brainstorm/round-robin/word-keeper.ts';
import { WordsController } from './brainstorm/round-robin/words.controller.ts';
import { WordsService } from './brainstorm/round-robin/words.service.ts';
import { CardsController } from './brainstorm/cards.controller.ts';
import { CardsService } from './brainstorm/cards.service.ts';
import { InboxService } from './brainstorm/inbox.service.ts';
import { BreakoutController } from './breakout/breakout.controller.ts';
import { BreakoutReader } from './breakout/breakout-reader.ts';
import { BreakoutService } from './breakout/breakout.service.ts';
import { BreakoutSteps } from './breakout/breakout-steps.ts';
import { CarryOverService } from './breakout/carry-over.service.ts';
import { TableRules } from './breakout/table-rules.ts';
import { ClusterSteps } from './cluster/cluster-steps.ts';
import { ClustersService } from './cluster/clusters.service.ts';
import { DotVoteReader } from './dot-vote/dot-vote-reader.ts';
import { DotVoteSteps } from './dot-vote/dot-vote-steps.ts';
import { VoteCounts } from './dot-vote/vote-counts.ts';
import { VotesController } from './dot-vote/votes.controller.ts';
import { VotesService } from './dot-vote/votes.service.ts';
import { CanvasesService } from './ideathon/canvases.service.ts';
import { IdeathonAccess } from './ideathon/ideathon-access.ts';
import { IdeathonController } from './ideathon/ideathon.controller.ts';
import { IdeathonReader } from './ideathon/ideathon-reader.ts';
import { IdeathonSteps } from './ideathon/ideathon-steps.ts';
import { JudgingService } from './ideathon/jury/judging.service.ts';
import { JuryController } from './ideathon/jury/jury.controller.ts';
import { JuryService } from './ideathon/jury/jury.service.ts';
import { NotesService } from './ideathon/notes.service.ts';
import { PitchesService } from './ideathon/pitches.service.ts';
import { StaffTeamsService } from './ideathon/staff-teams.service.ts';
import { StagesService } from './ideathon/stages.service.ts';
import { TeamsController } from './ideathon/teams.controller.ts';
import { TeamsService } from './ideathon/teams.service.ts';
import { LateController } from './late/late.controller.ts';
import { LateService } from './late/late.service.ts';
import { LateTray } from './late/late-tray.ts';
import { PulseReader } from './pulse/pulse-reader.ts';
import { PulseSteps } from './pulse/pulse-steps.ts';
import { QAndAReader } from './q-and-a/q-and-a-reader.ts';
import { QAndASteps } from './q-and-a/q-and-a-steps.ts';
import { QuestionsController } from './q-and-a/questions.controller.ts';
import { QuestionsService } from './q-and-a/questions.service.ts';
import { SaidController } from './question/said.controller.ts';
import { SaidService } from './question/said.service.ts';
import { ReadersByKind } from './readers-by-kind.ts';
import { StepsByKind } from './steps-by-kind.ts';

/** What the kinds bring to the module of sessions. */
export const KIND_CONTROLLERS = [CardsController, SheetsController, WordsController, VotesController, AnswersController, LateController, SaidController, QuestionsController, BreakoutController, IdeathonController, JuryController, TeamsController];
export const KIND_PROVIDERS = [
  ReadersByKind, StepsByKind, BrainstormReader, BrainstormSteps, CardsService, InboxService, SheetsService, WordKeeper, WordsService, ClusterSteps, ClustersService, DotVoteReader, DotVoteSteps, VoteCounts, VotesService,
  LateService, LateTray, AnswersReader, AnswersService, AnswersSteps, SaidService, QAndAReader, QAndASteps, QuestionsService,
  BreakoutReader, BreakoutService, BreakoutSteps, CarryOverService, TableRules,
  CanvasesService, IdeathonAccess, IdeathonReader, IdeathonSteps, NotesService, PitchesService, StaffTeamsService, StagesService, TeamsService,
  JuryService, JudgingService,
  PulseReader, PulseSteps,
];
