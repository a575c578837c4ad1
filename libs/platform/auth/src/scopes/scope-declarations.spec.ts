import 'reflect-metadata';
import { Controller, Delete, Get, Post, UseGuards, type CanActivate, type Type } from '@nestjs/common';
import { routesOf } from '@tandem/http';
import { AdminGuard } from '../guards/admin.guard';
import { requiredScopeOf, RequiresNoScope, RequiresScope } from './required-scope';
import { routesWithoutScope } from './scope-declarations';

class OneAdminGuard extends AdminGuard {
  protected secretOf = (): null => null;
  protected ownerOf = (): Promise<null> => Promise.resolve(null);
  protected hasLogin = (): boolean => false;
  protected currencyOf = (): undefined => undefined;
}

class AnotherAdminGuard extends OneAdminGuard {}

class StoreGuard implements CanActivate {
  canActivate = (): boolean => true;
}

@UseGuards(OneAdminGuard)
@RequiresScope('payments')
@Controller('declared')
class Declared {
  @Get()
  list(): void {}

  @Post(':id/capture')
  capture(): void {}

  @RequiresScope('refunds')
  @Post(':id/refund')
  refundDeclaredAbove(): void {}

  @Delete(':id')
  @RequiresScope('refunds')
  refundDeclaredBelow(): void {}

  @Get('me')
  @RequiresNoScope()
  me(): void {}

  noRoute(): void {}
}

@UseGuards(AnotherAdminGuard)
@Controller('silent')
class Silent {
  @Get()
  list(): void {}

  @Get('me')
  @RequiresNoScope()
  me(): void {}
}

@Controller('mixed')
class Mixed {
  @Get()
  @UseGuards(OneAdminGuard)
  forAdmins(): void {}

  @Get('shop')
  @UseGuards(StoreGuard)
  forShoppers(): void {}

  @Get('all')
  forAll(): void {}
}

it('the verb decides between read and write, and a method’s declaration overrides its controller’s', () => {
  const scopes = routesOf(Declared as Type).map((route) => [route.name, requiredScopeOf(route)]);
  expect(scopes).toEqual([
    ['list', 'read_payments'],
    ['capture', 'write_payments'],
    ['refundDeclaredAbove', 'write_refunds'],
    ['refundDeclaredBelow', 'write_refunds'],
    ['me', null],
  ]);
});

it('finds admin routes without a declaration, whichever dialect’s guard they have', () => {
  expect(routesWithoutScope([Declared, Silent, Mixed])).toEqual(['Silent.list', 'Mixed.forAdmins']);
});
