import 'reflect-metadata';
import { IsInt, IsString } from 'class-validator';
import { ValidateEach } from './validate-each';
import { InvalidRequest } from './errors/http.errors';
import { validate } from './validation';

class ItemDto {
  @IsInt()
  quantity!: number;
}

class OrderDto {
  @IsString()
  currency!: string;

  @ValidateEach(() => ItemDto)
  items!: ItemDto[];
}

const right = { currency: 'USD', items: [{ quantity: 1 }] };

async function read(body: unknown, forbidNonWhitelisted: boolean): Promise<unknown> {
  const pipe = validate({ whitelist: true, forbidNonWhitelisted });
  try {
    return await pipe.transform(body, { type: 'body', metatype: OrderDto });
  } catch (error) {
    return error instanceof InvalidRequest ? error.problems : error;
  }
}

it('each problem has its path and its rule, for the dialect to format', async () => {
  expect(await read({ currency: 5, items: [{ quantity: 1 }, { quantity: 'x' }] }, false)).toEqual([
    { path: 'currency', constraints: { isString: expect.any(String) }, value: 5 },
    { path: 'items.1.quantity', constraints: { isInt: expect.any(String) }, value: 'x' },
  ]);
});

it.each([[[[]]], [[[{ quantity: 'x' }]]]])('a nested list is refused: %j', async (items) => {
  const problems = await read({ currency: 'USD', items }, false);
  const constraints = { isNoList: 'items must not hold a list' };
  expect(problems).toContainEqual(expect.objectContaining({ path: 'items', constraints }));
});

it('an unknown property is dropped in one dialect and refused in the other', async () => {
  const body = { ...right, amount: '0.01' };
  expect(await read(body, false)).toEqual(right);
  expect(await read(body, true)).toEqual([
    { path: 'amount', constraints: { whitelistValidation: expect.any(String) }, value: '0.01' },
  ]);
});

it('the sent value is not in the message, which may be logged', () => {
  const problem = { path: 'number', constraints: {}, value: '4242424242424242' };
  const error = new InvalidRequest([problem]);
  expect(`${error.message} ${error.stack}`).not.toContain('4242');
});
