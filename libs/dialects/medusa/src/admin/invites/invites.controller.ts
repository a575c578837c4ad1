import { Body, Controller, Delete, Get, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  INVITE_ORDER_FIELDS,
  InvitesReader,
  InviteUser,
  DeleteInvite,
  type Invite,
  type NewInvite,
} from '@tandem/staff';
import { RequiresScope } from '@tandem/auth';
import type { Page, RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import { MedusaAdminGuard } from '../../auth/medusa-admin.guard';
import { ListQueryDto } from '../../lists/list-query.dto';
import { pageIn } from '../../lists/list.mapper';
import { medusaDialect } from '../../errors/medusa-dialect';
import { medusaInput } from '../../medusa-input';
import { NamedParam, type NamedId } from '../../ids/medusa-path-ids';
import { MedusaAdminRead, MedusaAdminRoute, MedusaDeleted } from '../../medusa-swagger';
import { serializeDeleted } from '../../medusa.serializer';
import { AdminQueryDto } from '../../fields/store-query.dto';
import { InviteUserDto, MedusaInviteList, MedusaInviteResponse } from './invite.dto';
import { toInvite } from './invite.mapper';
import { serializeInvite, serializeInvites } from './invite.serializer';

@ApiTags('Invites')
@InDialect(medusaDialect)
@UseGuards(MedusaAdminGuard)
@RequiresScope('staff')
@Controller('admin/invites')
export class MedusaAdminInvitesController {
  constructor(
    private readonly inviteUser: InviteUser,
    private readonly withdraw: DeleteInvite,
    private readonly invites: InvitesReader,
  ) {}

  @Get()
  @Respond(200, serializeInvites)
  @MedusaAdminRead('List invitations', MedusaInviteList)
  list(@Ctx() ctx: RequestContext, @Query(medusaInput) query: ListQueryDto): Promise<Page<Invite>> {
    return this.invites.findPage(ctx, pageIn(query, INVITE_ORDER_FIELDS, 50));
  }

  @Post()
  @RequiresScope('all')
  @Respond(200, serializeInvite)
  @MedusaAdminRoute('Invite a user', MedusaInviteResponse)
  create(
    @Ctx() ctx: RequestContext,
    @Body(medusaInput) body: InviteUserDto,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<NewInvite> {
    return this.inviteUser.run(ctx, toInvite(body));
  }

  @Delete(':id')
  @Respond(200, serializeDeleted('invite'))
  @MedusaAdminRoute('Delete an invitation', MedusaDeleted)
  remove(@Ctx() ctx: RequestContext, @NamedParam('id', 'invite') invite: NamedId): Promise<string> {
    return this.withdraw.run(ctx, invite);
  }
}
