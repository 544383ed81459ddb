import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { BoardHubs } from './board-hubs.ts';
import { BoardSeats } from './board-seats.ts';
import { BoardStore } from './board-store.ts';
import { BoardsController } from './boards.controller.ts';
import { BoardsGateway } from './boards.gateway.ts';
import { BoardsService } from './boards.service.ts';
import { PicturesController } from './pictures.controller.ts';
import { PicturesService } from './pictures.service.ts';
import { TransactionEnds } from './transaction-ends.ts';

@Module({
  imports: [ProvenanceModule, FilesModule],
  controllers: [BoardsController, PicturesController],
  providers: [BoardsGateway, BoardsService, PicturesService, BoardHubs, BoardSeats, BoardStore, TransactionEnds],
  exports: [BoardsService],
})
export class BoardsModule {}
