import { Module } from '@nestjs/common';
import { OpenStore } from './open-store';
import { StoresReader } from './stores.reader';
import { StoresRepository } from './stores.repository';

@Module({
  providers: [StoresRepository, StoresReader, OpenStore],
  exports: [StoresReader, OpenStore],
})
export class StoresModule {}
