import { Body, Controller, Delete, Get, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { UpdateUser, DeleteUser, UsersReader, type AdminUser } from '@tandem/staff';
import { RequiresNoScope, RequiresScope } from '@tandem/auth';
import type { Page, RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import { MedusaAdminGuard } from '../../auth/medusa-admin.guard';
import { pagingIn } from '../../lists/list.mapper';
import { medusaDialect } from '../../errors/medusa-dialect';
import { medusaInput } from '../../medusa-input';
import { NamedParam, type NamedId } from '../../ids/medusa-path-ids';
import { MedusaAdminRead, MedusaAdminRoute, MedusaDeleted } from '../../medusa-swagger';
import { serializeDeleted } from '../../medusa.serializer';
import { AdminQueryDto } from '../../fields/store-query.dto';
import { ChangeUserDto, MedusaUserList, MedusaUserResponse, UsersQueryDto } from './user.dto';
import { toUpdateUser, toFilters } from './user.mapper';
import { serializeUser, serializeUsers } from './user.serializer';

@ApiTags('Users')
@InDialect(medusaDialect)
@UseGuards(MedusaAdminGuard)
@RequiresScope('staff')
@Controller('admin/users')
export class MedusaAdminUsersController {
  constructor(
    private readonly updateUser: UpdateUser,
    private readonly deleteUser: DeleteUser,
    private readonly users: UsersReader,
  ) {}

  @Get()
  @Respond(200, serializeUsers)
  @MedusaAdminRead('List users', MedusaUserList)
  list(@Ctx() ctx: RequestContext, @Query(medusaInput) query: UsersQueryDto): Promise<Page<AdminUser>> {
    return this.users.findPage(ctx, toFilters(query), pagingIn(query, 50));
  }

  @Get('me')
  @RequiresNoScope()
  @Respond(200, serializeUser)
  @MedusaAdminRead('Retrieve the caller’s user; a secret key has none', MedusaUserResponse)
  me(@Ctx() ctx: RequestContext, @Query(medusaInput) _query: AdminQueryDto): Promise<AdminUser> {
    return this.users.getOwn(ctx);
  }

  @Get(':id')
  @Respond(200, serializeUser)
  @MedusaAdminRead('Retrieve a user', MedusaUserResponse)
  read(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'user') { id, publicId }: NamedId,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<AdminUser> {
    return this.users.get(ctx, id, publicId);
  }

  @Post(':id')
  @Respond(200, serializeUser)
  @MedusaAdminRoute('Update a user', MedusaUserResponse)
  update(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'user') user: NamedId,
    @Body(medusaInput) body: ChangeUserDto,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<AdminUser> {
    return this.updateUser.run(ctx, toUpdateUser(user, body));
  }

  @Delete(':id')
  @Respond(200, serializeDeleted('user'))
  @MedusaAdminRoute('Delete a user and end their logins', MedusaDeleted)
  remove(@Ctx() ctx: RequestContext, @NamedParam('id', 'user') user: NamedId): Promise<string> {
    return this.deleteUser.run(ctx, user);
  }
}
