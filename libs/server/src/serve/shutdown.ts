// Kubernetes kills the process 30 s after SIGTERM. Before that, in-flight requests finish (a gateway call takes up to 10 s, a
// statement 15 s) and the database shuts down cleanly.
const SHUTDOWN_MS = 28_000;

// Ctrl-C, a supervisor's stop, a closed terminal.
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Step = () => Promise<unknown>;

/**
 * Ends the process: runs the steps in reverse order, each once. A signal during the start waits until the start is over, so that
 * nothing is left half started. Only the first signal counts, because npm sends Ctrl-C twice.
 */
export class Shutdown {
  private readonly steps: Step[] = [];
  private isUp = false;
  private isRequested = false;
  private isEnding = false;

  /** `exitCode` is used after a signal. */
  constructor(private readonly exitCode = 0) {
    for (const signal of SIGNALS) process.on(signal, () => this.request());
  }

  add(step: Step): void {
    this.steps.unshift(step);
  }

  /** Call when the start is over. Ends the process if a signal arrived meanwhile. */
  async started(): Promise<void> {
    this.isUp = true;
    if (this.isRequested) await this.end(this.exitCode);
  }

  /** A failed step does not stop the next ones. */
  async end(exitCode: number): Promise<void> {
    if (this.isEnding) return;
    this.isEnding = true;
    this.setDeadline();
    for (let step = this.steps.shift(); step; step = this.steps.shift()) await step().catch(printError);
    process.exit(exitCode);
  }

  private request(): void {
    if (this.isRequested) return;
    this.isRequested = true;
    this.setDeadline();
    if (this.isUp) void this.end(this.exitCode);
  }

  /** At the deadline all remaining steps are started without waiting, so that the embedded Postgres gets its stop signal. */
  private setDeadline(): void {
    setTimeout(() => {
      process.stderr.write(`tandem: shutdown not finished within ${SHUTDOWN_MS / 1000} s: exiting now\n`);
      for (const step of this.steps.splice(0)) void step().catch(printError);
      process.exit(1);
    }, SHUTDOWN_MS).unref();
  }
}

function printError(error: unknown): void {
  process.stderr.write(
    `tandem: error during shutdown: ${error instanceof Error ? error.message : String(error)}\n`,
  );
}
