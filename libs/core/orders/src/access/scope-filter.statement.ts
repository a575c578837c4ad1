/**
 * SQL condition for the orders (`o`) in the caller's access scope. Uses four parameters from `$first` on: `accessScopeValues`. By its
 * id alone a guest's order is accessible unless its token is required (docs/adr/0018-order-access.md).
 */
export function scopeFilter(first: number): string {
  const [all, orderId, customerId, guests] = [0, 1, 2, 3].map((next) => `$${first + next}`);
  const byId = `(${guests} AND o.customer_id IS NULL AND o.id_access <> 'none')`;
  return `(${all} OR o.id = ${orderId} OR o.customer_id = ${customerId} OR ${byId})`;
}
