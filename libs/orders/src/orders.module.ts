import { Module } from '@nestjs/common';
import { OrdersReader } from './orders.reader';
import { OrdersRepository } from './orders.repository';

@Module({
  providers: [OrdersRepository, OrdersReader],
  exports: [OrdersRepository, OrdersReader],
})
export class OrdersModule {}
