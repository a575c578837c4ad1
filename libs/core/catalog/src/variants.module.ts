import { Module } from '@nestjs/common';
import { CreateVariant } from './create-variant';
import { UpdateVariant } from './update-variant';
import { RemoveVariant } from './remove-variant';

import { VariantsReader } from './variants.reader';
import { VariantsRepository } from './variants.repository';

@Module({
  providers: [VariantsRepository, VariantsReader, CreateVariant, UpdateVariant, RemoveVariant],
  exports: [VariantsReader, CreateVariant, UpdateVariant, RemoveVariant],
})
export class VariantsModule {}
