// Kubernetes kills 30 s after it has asked. Before that a request in hand is answered (a gateway has 10 s, a statement 15 s),
// and then the database has a moment to be written out.
const SHUTDOWN_MS = 28_000;

// A terminal's Ctrl-C, a supervisor's stop, a terminal that is closed.
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Step = () => Promise<unknown>;

/**
 * The one end of a process, in order: what came up last goes first, each once. A start that is under way comes to its end
 * before, so that nothing is left half up. npm sends a terminal's Ctrl-C a second time: signals after the first change nothing.
 */
export class Shutdown {
  private readonly steps: Step[] = [];
  private isUp = false;
  private isAsked = false;
  private isEnding = false;

  /** `exitCode` is that of an end by signal. */
  constructor(private readonly exitCode = 0) {
    for (const signal of SIGNALS) process.on(signal, () => this.ask());
  }

  add(step: Step): void {
    this.steps.unshift(step);
  }

  /** The start is over. Ends the process where a signal came meanwhile. */
  async started(): Promise<void> {
    this.isUp = true;
    if (this.isAsked) await this.end(this.exitCode);
  }

  /** A step that fails keeps none after it. */
  async end(exitCode: number): Promise<void> {
    if (this.isEnding) return;
    this.isEnding = true;
    this.limit();
    for (let step = this.steps.shift(); step; step = this.steps.shift()) await step().catch(tell);
    process.exit(exitCode);
  }

  private ask(): void {
    if (this.isAsked) return;
    this.isAsked = true;
    this.limit();
    if (this.isUp) void this.end(this.exitCode);
  }

  /** At the limit each step that has not run yet does what it can do at once: our own Postgres gets its signal to stop. */
  private limit(): void {
    setTimeout(() => {
      process.stderr.write(`tandem: not done within ${SHUTDOWN_MS / 1000} s: ending as it is\n`);
      for (const step of this.steps.splice(0)) void step().catch(tell);
      process.exit(1);
    }, SHUTDOWN_MS).unref();
  }
}

function tell(error: unknown): void {
  process.stderr.write(`tandem: while stopping: ${error instanceof Error ? error.message : String(error)}\n`);
}
