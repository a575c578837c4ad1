import { Module } from '@nestjs/common';
import { AddPaymentMethod } from './add-payment-method';
import { PaymentMethodsReader } from './payment-methods.reader';
import { PaymentMethodsRepository } from './payment-methods.repository';
import { WarnOfTestMethods } from './warn-of-test-methods';

@Module({
  providers: [PaymentMethodsRepository, PaymentMethodsReader, AddPaymentMethod, WarnOfTestMethods],
  exports: [PaymentMethodsReader, AddPaymentMethod],
})
export class PaymentMethodsModule {}
