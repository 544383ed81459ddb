import { Module } from '@nestjs/common';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { BoardHubs } from './board-hubs.ts';
import { BoardSeats } from './board-seats.ts';
import { BoardStore } from './board-store.ts';
import { BoardsController } from './boards.controller.ts';
import { BoardsGateway } from './boards.gateway.ts';
import { BoardsService } from './boards.service.ts';
import { TransactionEnds } from './transaction-ends.ts';

@Module({
  imports: [ProvenanceModule],
  controllers: [BoardsController],
  providers: [BoardsGateway, BoardsService, BoardHubs, BoardSeats, BoardStore, TransactionEnds],
  exports: [BoardsService],
})
export class BoardsModule {}
