import { Module } from '@nestjs/common';
import { CreditLinesRepository } from './credit-lines.repository';
import { OrderListsRepository } from './order-lists.repository';
import { OrdersReader } from './orders.reader';
import { OrdersRepository } from './orders.repository';
import { PlacementsRepository } from './placements.repository';

@Module({
  providers: [
    OrdersRepository,
    CreditLinesRepository,
    OrderListsRepository,
    OrdersReader,
    PlacementsRepository,
  ],
  exports: [OrdersRepository, CreditLinesRepository, OrdersReader, PlacementsRepository],
})
export class OrdersModule {}
