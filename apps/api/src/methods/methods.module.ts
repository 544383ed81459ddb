import { Module } from '@nestjs/common';
import { MethodsController } from './methods.controller.ts';
import { MethodsService } from './methods.service.ts';

@Module({ controllers: [MethodsController], providers: [MethodsService], exports: [MethodsService] })
export class MethodsModule {}
