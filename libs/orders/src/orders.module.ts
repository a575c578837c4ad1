import { Module } from '@nestjs/common';
import { OrderListsRepository } from './order-lists.repository';
import { OrdersReader } from './orders.reader';
import { OrdersRepository } from './orders.repository';

@Module({
  providers: [OrdersRepository, OrderListsRepository, OrdersReader],
  exports: [OrdersRepository, OrdersReader],
})
export class OrdersModule {}
