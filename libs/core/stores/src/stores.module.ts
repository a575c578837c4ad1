import { Module } from '@nestjs/common';
import { CreateStore } from './create-store';
import { StoresReader } from './stores.reader';
import { StoresRepository } from './stores.repository';

@Module({
  providers: [StoresRepository, StoresReader, CreateStore],
  exports: [StoresReader, CreateStore],
})
export class StoresModule {}
