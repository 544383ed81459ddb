import { Module } from '@nestjs/common';
import { BoardsModule } from '../boards/boards.module.ts';
import { FilesModule } from '../files/files.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { ParticipationModule } from '../participation/participation.module.ts';
import { Peers } from '../peers/peers.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { KIND_CONTROLLERS, KIND_PROVIDERS } from './activities/kinds.ts';
import { CodeGuard } from './code-guard.ts';
import { ExchangeController } from './exchange/exchange.controller.ts';
import { ExportsService } from './exchange/exports.service.ts';
import { ImportsService } from './exchange/imports.service.ts';
import { FeedbackController } from './feedback/feedback.controller.ts';
import { FeedbackService } from './feedback/feedback.service.ts';
import { ReflectionController } from './feedback/reflection.controller.ts';
import { ReflectionService } from './feedback/reflection.service.ts';
import { SurveyController } from './feedback/survey.controller.ts';
import { SurveyService } from './feedback/survey.service.ts';
import { HandsController } from './hands/hands.controller.ts';
import { HandsService } from './hands/hands.service.ts';
import { JoinsService } from './joins.service.ts';
import { BlocksService } from './report/blocks.service.ts';
import { BoardPictures } from './report/board-pictures.ts';
import { MeaningService } from './report/meaning/meaning.service.ts';
import { ReportPicturesController } from './report/pictures/report-pictures.controller.ts';
import { ReportPicturesService } from './report/pictures/report-pictures.service.ts';
import { ReportController } from './report/report.controller.ts';
import { ReportExportService } from './report/report-export.service.ts';
import { ReportFactsService } from './report/report-facts.service.ts';
import { PaceBook } from './pace/pace-book.ts';
import { PaceController } from './pace/pace.controller.ts';
import { PaceService } from './pace/pace.service.ts';
import { ReportService } from './report.service.ts';
import { RoomController } from './room.controller.ts';
import { RoomGateway } from './room.gateway.ts';
import { Rooms } from './rooms.ts';
import { RunService } from './run.service.ts';
import { PaperService } from './run-sheet/paper.service.ts';
import { RunSheetController } from './run-sheet/run-sheet.controller.ts';
import { RunSheetService } from './run-sheet/run-sheet.service.ts';
import { SheetTemplatesService } from './run-sheet/sheet-templates.service.ts';
import { ScribeController } from './scribe/scribe.controller.ts';
import { ScribeService } from './scribe/scribe.service.ts';
import { SessionAccess } from './session-access.ts';
import { SessionsController } from './sessions.controller.ts';
import { SharedCodeGuard } from './shared-code-guard.ts';
import { SessionsService } from './sessions.service.ts';
import { TranslationsController } from './translations/translations.controller.ts';
import { TranslationsService } from './translations/translations.service.ts';

@Module({
  imports: [IdentityModule, ProvenanceModule, ParticipationModule, BoardsModule, FilesModule],
  controllers: [SessionsController, RoomController, ExchangeController, RunSheetController, ReportController, ReportPicturesController, HandsController, PaceController, ScribeController, FeedbackController, SurveyController, ReflectionController, TranslationsController, ...KIND_CONTROLLERS],
  providers: [
    SessionsService, RunService, JoinsService, ReportService, SessionAccess, ...KIND_PROVIDERS, ExportsService, ImportsService, Rooms, RoomGateway,
    RunSheetService, SheetTemplatesService, PaperService,
    ReportFactsService, BlocksService, ReportExportService, BoardPictures, ReportPicturesService, MeaningService,
    HandsService, PaceBook, PaceService, ScribeService, FeedbackService, SurveyService, ReflectionService, TranslationsService,
    { provide: CodeGuard, inject: [Peers], useFactory: (peers: Peers) => new SharedCodeGuard(peers) },
  ],
  exports: [SessionsService],
})
export class SessionsModule {}
