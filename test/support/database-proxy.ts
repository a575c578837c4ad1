import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** 'swallow': bytes are accepted and dropped, as when a firewall has lost the connection. */
type Mode = 'pass' | 'swallow';

interface Line {
  mode: Mode;
  /** Whether the trap's `after` went over it. */
  armed: boolean;
  readonly client: Socket;
  readonly database: Socket;
}

/** The message that is executed but whose response is lost. */
export interface Trap {
  readonly message: string;
  /** A message that must have been sent earlier on the same connection. */
  readonly after?: string;
  readonly then: 'cut' | 'swallow';
}

/** A proxy to a database that can swallow and cut existing and new connections. */
export class DatabaseProxy {
  private readonly lines = new Set<Line>();
  private forNew: Mode = 'pass';
  private trap: (Trap & { sprung(): void }) | null = null;

  private constructor(
    private readonly entry: Server,
    private readonly target: URL,
  ) {
    entry.on('connection', (client) => this.open(client));
  }

  static async before(url: string): Promise<DatabaseProxy> {
    const entry = createServer().listen(0, '127.0.0.1');
    await once(entry, 'listening');
    return new DatabaseProxy(entry, new URL(url));
  }

  get url(): string {
    const url = new URL(this.target);
    url.port = String((this.entry.address() as AddressInfo).port);
    return url.href;
  }

  /** Open connections fall silent for good; new ones until `heal`. */
  swallow({ open, fresh }: { readonly open: boolean; readonly fresh: boolean }): void {
    if (open) for (const line of this.lines) line.mode = 'swallow';
    if (fresh) this.forNew = 'swallow';
  }

  cut(): void {
    for (const line of this.lines) hangUp(line);
  }

  heal(): void {
    this.forNew = 'pass';
  }

  /** Once. Resolves when Postgres has responded and the response was dropped. */
  loseResponse(trap: Trap): Promise<void> {
    for (const line of this.lines) line.armed = false;
    return new Promise((sprung) => (this.trap = { ...trap, sprung }));
  }

  async close(): Promise<void> {
    this.cut();
    this.entry.close();
    await once(this.entry, 'close');
  }

  private open(client: Socket): void {
    const database = connect(Number(this.target.port), this.target.hostname);
    const line: Line = { mode: this.forNew, armed: false, client, database };
    this.lines.add(line);
    for (const socket of [client, database]) {
      socket.on('error', () => undefined);
      // The other side must not see a FIN that a swallowing line would not deliver.
      socket.on('close', () => line.mode === 'pass' && hangUp(line));
    }
    client.on('close', () => {
      this.lines.delete(line);
      database.destroy();
    });
    client.on('data', (bytes) => this.forward(line, bytes));
    database.on('data', (bytes) => line.mode === 'pass' && client.write(bytes));
  }

  private forward(line: Line, bytes: Buffer): void {
    if (line.mode === 'swallow') return;
    const { trap } = this;
    const text = bytes.toString('latin1');
    line.armed ||= trap?.after === undefined || text.includes(trap.after);
    if (trap && line.armed && text.includes(trap.message)) {
      this.trap = null;
      line.mode = 'swallow';
      // Postgres has executed it when its response arrives here.
      line.database.once('data', () => {
        if (trap.then === 'cut') hangUp(line);
        trap.sprung();
      });
    }
    line.database.write(bytes);
  }
}

function hangUp({ client, database }: Line): void {
  client.destroy();
  database.destroy();
}
