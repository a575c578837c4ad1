import { Body, Controller, Delete, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '@tandem/auth';
import { CreateCollection, PlaceCoveredOrder, RemoveCollection } from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import { MarkCollectionPaid, type CollectionDetails } from '@tandem/payment-sessions';
import { MedusaAdminGuard } from '../../auth/medusa-admin.guard';
import { medusaDialect } from '../../errors/medusa-dialect';
import { medusaInput } from '../../medusa-input';
import { NamedParam, type NamedId } from '../../ids/medusa-path-ids';
import { MedusaAdminRoute, MedusaDeleted } from '../../medusa-swagger';
import { AdminQueryDto } from '../../fields/store-query.dto';
import * as dto from './payment-collection.dto';
import { toCreateCollection, toMarkPaid } from './payment-collection.mapper';
import { serializeCollectionDeleted, serializePaymentCollection } from './payment-collection.serializer';

@ApiTags('Payment Collections')
@InDialect(medusaDialect)
@UseGuards(MedusaAdminGuard)
@RequiresScope('payments')
@Controller('admin/payment-collections')
export class MedusaAdminPaymentCollectionsController {
  constructor(
    private readonly addCollection: CreateCollection,
    private readonly removeCollection: RemoveCollection,
    private readonly markPaid: MarkCollectionPaid,
    private readonly placing: PlaceCoveredOrder,
  ) {}

  @Post()
  @Respond(200, serializePaymentCollection)
  @MedusaAdminRoute(
    'Create a payment collection for an outstanding part of a placed order',
    dto.MedusaAdminPaymentCollectionResponse,
  )
  create(
    @Ctx() ctx: RequestContext,
    @Body(medusaInput) body: dto.AddPaymentCollectionDto,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<CollectionDetails> {
    return this.addCollection.run(ctx, toCreateCollection(body));
  }

  @Delete(':id')
  @Respond(200, serializeCollectionDeleted)
  @MedusaAdminRoute('Delete a payment collection without payments', MedusaDeleted)
  remove(@Ctx() ctx: RequestContext, @NamedParam('id', 'collection') collection: NamedId): Promise<string> {
    return this.removeCollection.run(ctx, collection);
  }

  @Post(':id/mark-as-paid')
  @Respond(200, serializePaymentCollection)
  @MedusaAdminRoute(
    'Mark a payment collection as paid: creates a captured manual payment',
    dto.MedusaAdminPaymentCollectionResponse,
  )
  markAsPaid(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'collection') collection: NamedId,
    @Body(medusaInput) body: dto.MarkAsPaidDto,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<CollectionDetails> {
    const marked = this.markPaid.run(ctx, toMarkPaid(collection, body));
    return this.placing.placeAfter(ctx, marked, ({ collection }) => collection.orderId);
  }
}
