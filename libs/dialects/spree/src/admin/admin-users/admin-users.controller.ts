import { Body, Controller, Delete, Get, Param, Patch, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { UpdateUser, DeleteUser, UsersReader, type AdminUser } from '@tandem/staff';
import { RequiresScope } from '@tandem/auth';
import type { Page, RequestContext } from '@tandem/context';
import { Ctx, InDialect, serializeNothing } from '@tandem/http';
import { SpreeAdminGuard } from '../../auth/spree-admin.guard';
import { SpreeId } from '../../ids/spree-path-ids';
import { SpreeRespond } from '../../spree-respond';
import { spreeBody } from '../../spree-body';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreeList } from '../../lists/spree-list';
import { pagingOf, serializePage } from '../../lists/spree-paging';
import * as docs from '../../spree-swagger';
import { SpreeAdminUser, UpdateAdminUserDto } from './admin-user.dto';
import { toUpdateUser } from './admin-user.mapper';
import { serializeAdminUser } from './admin-user.serializer';

/** The store's staff. New members are invited through Medusa's API. */
@ApiTags('Staff')
@InDialect(spreeDialect)
@UseGuards(SpreeAdminGuard)
@RequiresScope('staff')
@Controller('api/v3/admin/admin_users')
export class SpreeAdminUsersController {
  constructor(
    private readonly users: UsersReader,
    private readonly updateUser: UpdateUser,
    private readonly deleteUser: DeleteUser,
  ) {}

  @Get()
  @SpreeRespond(200, serializePage(serializeAdminUser))
  @SpreeList()
  @docs.SpreeAdminRead('List staff members', docs.PageOf(SpreeAdminUser))
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<Page<AdminUser>> {
    return this.users.findPage(ctx, {}, pagingOf(query));
  }

  @Get(':id')
  @SpreeRespond(200, serializeAdminUser)
  @docs.SpreeAdminRead('Retrieve a staff member', SpreeAdminUser)
  read(@Ctx() ctx: RequestContext, @Param('id', SpreeId('admin')) id: string): Promise<AdminUser> {
    return this.users.get(ctx, id);
  }

  @Patch(':id')
  @SpreeRespond(200, serializeAdminUser)
  @docs.SpreeAdminRoute('Update a staff member’s name', 200, SpreeAdminUser)
  update(
    @Ctx() ctx: RequestContext,
    @Param('id', SpreeId('admin')) id: string,
    @Body(spreeBody) body: UpdateAdminUserDto,
  ): Promise<AdminUser> {
    return this.updateUser.run(ctx, toUpdateUser(id, body));
  }

  @Delete(':id')
  @SpreeRespond(204, serializeNothing)
  @docs.SpreeAdminRoute('Delete a staff member and end their login sessions', 204, null)
  remove(@Ctx() ctx: RequestContext, @Param('id', SpreeId('admin')) id: string): Promise<string> {
    return this.deleteUser.run(ctx, { id, publicId: id });
  }
}
