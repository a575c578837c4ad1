import { Module } from '@nestjs/common';
import { AddVariant } from './add-variant';
import { ChangeVariant } from './change-variant';
import { RemoveVariant } from './remove-variant';

import { VariantsReader } from './variants.reader';
import { VariantsRepository } from './variants.repository';

@Module({
  providers: [VariantsRepository, VariantsReader, AddVariant, ChangeVariant, RemoveVariant],
  exports: [VariantsReader, AddVariant, ChangeVariant, RemoveVariant],
})
export class VariantsModule {}
