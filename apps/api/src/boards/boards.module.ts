import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { BoardCheckpoints } from './board-checkpoints.ts';
import { BoardHistoryController } from './board-history.controller.ts';
import { BoardHistoryService } from './board-history.service.ts';
import { BoardHubs } from './board-hubs.ts';
import { BoardLogReader } from './board-log-reader.ts';
import { BoardSeats } from './board-seats.ts';
import { BoardStore } from './board-store.ts';
import { Compaction } from './compaction.ts';
import { BoardsController } from './boards.controller.ts';
import { BoardsGateway } from './boards.gateway.ts';
import { BoardsService } from './boards.service.ts';
import { PicturesController } from './pictures.controller.ts';
import { PicturesService } from './pictures.service.ts';
import { TalkStore } from './talk/talk-store.ts';
import { TalkController } from './talk/talk.controller.ts';
import { TalkService } from './talk/talk.service.ts';
import { TransactionEnds } from './transaction-ends.ts';

@Module({
  imports: [ProvenanceModule, FilesModule],
  controllers: [BoardsController, BoardHistoryController, PicturesController, TalkController],
  providers: [BoardsGateway, BoardsService, BoardHistoryService, BoardLogReader, BoardCheckpoints, PicturesService, Compaction, BoardHubs, BoardSeats, BoardStore, TalkStore, TalkService, TransactionEnds],
  exports: [BoardsService],
})
export class BoardsModule {}
