import { Body, Controller, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AcceptInvite, type AdminUser } from '@tandem/staff';
import type { RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import { NewUserGuard } from '../../../auth/registration.guard';
import { medusaDialect } from '../../../errors/medusa-dialect';
import { medusaInput } from '../../../medusa-input';
import { MedusaAdminRoute } from '../../../medusa-swagger';
import { MedusaUserResponse } from '../../users/user.dto';
import { serializeUser } from '../../users/user.serializer';
import { AcceptInviteDto, AcceptInviteQueryDto } from '../invite.dto';
import { toAcceptance } from '../invite.mapper';

@ApiTags('Invites')
@InDialect(medusaDialect)
@UseGuards(NewUserGuard)
@Controller('admin/invites/accept')
export class MedusaAdminInviteAcceptController {
  constructor(private readonly acceptInvite: AcceptInvite) {}

  @Post()
  @Respond(200, serializeUser)
  @MedusaAdminRoute('Accept an invitation, with a registration token', MedusaUserResponse)
  accept(
    @Ctx() ctx: RequestContext,
    @Query(medusaInput) query: AcceptInviteQueryDto,
    @Body(medusaInput) body: AcceptInviteDto,
  ): Promise<AdminUser> {
    return this.acceptInvite.run(ctx, toAcceptance(query, body));
  }
}
