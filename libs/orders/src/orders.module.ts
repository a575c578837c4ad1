import { Module } from '@nestjs/common';
import { OrderListsRepository } from './order-lists.repository';
import { OrdersReader } from './orders.reader';
import { OrdersRepository } from './orders.repository';
import { PlacementsRepository } from './placements.repository';

@Module({
  providers: [OrdersRepository, OrderListsRepository, OrdersReader, PlacementsRepository],
  exports: [OrdersRepository, OrdersReader, PlacementsRepository],
})
export class OrdersModule {}
