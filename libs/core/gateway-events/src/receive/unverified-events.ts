import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';

const POLL_INTERVAL_MS = 60_000;

/** Counts events that no secret verifies, and logs the counts once a minute, so that forged events create neither rows nor log lines. */
@Injectable()
export class UnverifiedEvents extends Worker {
  // Keyed by registered providers, so outsiders cannot make it grow.
  private readonly counts = new Map<string, number>();

  constructor() {
    super(POLL_INTERVAL_MS);
  }

  /** `providerId` is null for an unknown provider or method. */
  count(providerId: string | null): void {
    const name = providerId ?? 'an unknown provider or method';
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  run(): Promise<number> {
    for (const [name, count] of this.counts)
      this.logger.warn(`${name}: ${count} events without a valid signature were not stored`);
    this.counts.clear();
    return Promise.resolve(0);
  }
}
