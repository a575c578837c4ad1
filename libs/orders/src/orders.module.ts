import { Module } from '@nestjs/common';
import { CreditLinesRepository } from './credit-lines.repository';
import { OrderListsRepository } from './order-lists.repository';
import { OrdersReader } from './orders.reader';
import { OrdersRepository } from './orders.repository';

@Module({
  providers: [OrdersRepository, CreditLinesRepository, OrderListsRepository, OrdersReader],
  exports: [OrdersRepository, CreditLinesRepository, OrdersReader],
})
export class OrdersModule {}
