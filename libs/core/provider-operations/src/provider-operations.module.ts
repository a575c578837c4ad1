import { Global, Module } from '@nestjs/common';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { FindOpenOperations } from './find-open-operations';
import { OpenOperationsRepository } from './open-operations.repository';
import { ProviderCalls } from './provider-calls';
import { ProviderOperationsRepository } from './provider-operations.repository';
import { RefusedCancellationsRepository } from './refused-cancellations.repository';
import { OperationRunner } from './run-operation';

@Global()
@Module({
  imports: [PaymentMethodsModule],
  providers: [
    ProviderOperationsRepository,
    OpenOperationsRepository,
    FindOpenOperations,
    RefusedCancellationsRepository,
    ProviderCalls,
    OperationRunner,
  ],
  exports: [
    ProviderOperationsRepository,
    FindOpenOperations,
    RefusedCancellationsRepository,
    ProviderCalls,
    OperationRunner,
  ],
})
export class ProviderOperationsModule {}
