import { Global, Module } from '@nestjs/common';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { OpenOperations } from './open-operations';
import { OpenOperationsRepository } from './open-operations.repository';
import { ProviderCalls } from './provider-calls';
import { ProviderOperations } from './provider-operations.repository';
import { RefusedClosings } from './refused-closings.repository';
import { OperationRunner } from './run-operation';

@Global()
@Module({
  imports: [PaymentMethodsModule],
  providers: [
    ProviderOperations,
    OpenOperationsRepository,
    OpenOperations,
    RefusedClosings,
    ProviderCalls,
    OperationRunner,
  ],
  exports: [ProviderOperations, OpenOperations, RefusedClosings, ProviderCalls, OperationRunner],
})
export class ProviderOperationsModule {}
