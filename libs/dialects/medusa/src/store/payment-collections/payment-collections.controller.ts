import { Body, Controller, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import {
  createdCollectionFrom,
  InitiateCollection,
  ReplacePaymentSession,
  type CollectionDetails,
} from '@tandem/payment-sessions';
import { MedusaStoreGuard } from '../../auth/medusa-store.guard';
import { medusaDialect } from '../../errors/medusa-dialect';
import { medusaInput } from '../../medusa-input';
import { namedIn, NamedParam, type NamedId } from '../../ids/medusa-path-ids';
import { MedusaStoreRoute } from '../../medusa-swagger';
import { StoreQueryDto } from '../../fields/store-query.dto';
import * as dto from './payment-collection.dto';
import { serializePaymentCollection } from './payment-collection.serializer';

@ApiTags('Payment Collections')
@InDialect(medusaDialect)
@UseGuards(MedusaStoreGuard)
@Controller('store/payment-collections')
export class MedusaStorePaymentCollectionsController {
  constructor(
    private readonly initiate: InitiateCollection,
    private readonly replaceSession: ReplacePaymentSession,
  ) {}

  @Post()
  @Respond(200, serializePaymentCollection)
  @MedusaStoreRoute('Create or retrieve a cart’s payment collection', dto.MedusaPaymentCollectionResponse)
  create(
    @Ctx() ctx: RequestContext,
    @Body(medusaInput) { cart_id }: dto.CreatePaymentCollectionDto,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<CollectionDetails> {
    return this.initiate.run(ctx, namedIn('cart', cart_id));
  }

  @Post(':id/payment-sessions')
  @Respond(200, serializePaymentCollection, { deserialize: createdCollectionFrom })
  @MedusaStoreRoute(
    'Create a payment session, replacing the collection’s earlier ones',
    dto.MedusaPaymentCollectionResponse,
  )
  createSession(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'collection') { id, publicId }: NamedId,
    @Body(medusaInput) body: dto.MedusaCreatePaymentSessionDto,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<CollectionDetails> {
    return this.replaceSession.run(ctx, {
      collectionId: id,
      publicId,
      providerId: body.provider_id,
      data: body.data ?? {},
    });
  }
}
