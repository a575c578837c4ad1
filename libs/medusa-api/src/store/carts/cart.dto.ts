import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** An order placed, or the cart that was not and why. */
export class MedusaCartCompletion {
  @ApiProperty({ enum: ['order', 'cart'], example: 'order' })
  type!: string;

  /** There when it was placed. */
  @ApiPropertyOptional({
    type: Object,
    example: { id: 'order_01M7XQXQ94P72XKRF1EV7B8A2Z', status: 'pending', total: 110 },
  })
  order?: Record<string, unknown>;

  /** There when it was not. */
  @ApiPropertyOptional({ type: Object })
  cart?: Record<string, unknown>;

  /** Why it was not: declined, or the shopper must act first. */
  @ApiPropertyOptional({
    type: Object,
    example: {
      message: 'The card was declined',
      name: 'payment_authorization_error',
      type: 'payment_authorization_error',
    },
  })
  error?: { message: string; name: string; type: string };
}
