import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.ts';
import { FileStore, FolderStore } from './file-store.ts';
import { FilesService } from './files.service.ts';

@Module({
  providers: [FilesService, { provide: FileStore, inject: [CONFIG], useFactory: ({ dataDir }: Config) => new FolderStore(join(dataDir, 'files')) }],
  exports: [FilesService],
})
export class FilesModule {}
