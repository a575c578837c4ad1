/** The timestamps of every Medusa entity; most entities here are never deleted. */
export const times = {
  created_at: (entity: { createdAt: Date }): string => entity.createdAt.toISOString(),
  updated_at: (entity: { createdAt: Date; updatedAt?: Date }): string =>
    (entity.updatedAt ?? entity.createdAt).toISOString(),
  deleted_at: (): null => null,
};

export function isoOrNull(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
