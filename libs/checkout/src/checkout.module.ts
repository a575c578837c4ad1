import { Module } from '@nestjs/common';
import { OrdersModule } from '@tandem/orders';
import { PaymentCollectionsModule } from '@tandem/payment-collections';
import { PaymentMethodsModule } from '@tandem/payment-methods';
import { PaymentSessionsModule } from '@tandem/payment-sessions';
import { StoresModule } from '@tandem/stores';
import { CompleteOrder } from './complete-order';
import { HandOverOrder } from './hand-over-order';
import { OrderDetailsReader } from './order-details.reader';

@Module({
  imports: [
    StoresModule,
    OrdersModule,
    PaymentMethodsModule,
    PaymentCollectionsModule,
    PaymentSessionsModule,
  ],
  providers: [HandOverOrder, CompleteOrder, OrderDetailsReader],
  exports: [HandOverOrder, CompleteOrder, OrderDetailsReader],
})
export class CheckoutModule {}
