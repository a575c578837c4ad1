/**
 * SQL condition for the orders (`o`) in the caller's access scope. By its id alone a guest's order is accessible unless its token is
 * required (docs/adr/0018-order-access.md).
 */
export function scopeCondition(all: string, orderId: string, customerId: string, guestCarts: string): string {
  const byId = `(${guestCarts} AND o.customer_id IS NULL AND o.id_access <> 'none')`;
  return `(${all} OR o.id = ${orderId} OR o.customer_id = ${customerId} OR ${byId})`;
}

/** The same with four parameters from `$first` on: `accessScopeValues`. */
export function scopeFilter(first: number): string {
  return scopeCondition(`$${first}`, `$${first + 1}`, `$${first + 2}`, `$${first + 3}`);
}
