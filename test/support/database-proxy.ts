import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** 'swallow': bytes are taken and go nowhere, as where a firewall forgot the connection. */
type Mode = 'pass' | 'swallow';

interface Line {
  mode: Mode;
  /** Whether the trap's `after` went over it. */
  armed: boolean;
  readonly client: Socket;
  readonly database: Socket;
}

/** Which message is to be carried out and its answer lost. */
export interface Trap {
  readonly message: string;
  /** A message that went over the same connection before. */
  readonly after?: string;
  readonly then: 'cut' | 'swallow';
}

/** A door to a database that can swallow and cut: connections that are there, and new ones. */
export class DatabaseProxy {
  private readonly lines = new Set<Line>();
  private forNew: Mode = 'pass';
  private trap: (Trap & { sprung(): void }) | null = null;

  private constructor(
    private readonly door: Server,
    private readonly target: URL,
  ) {
    door.on('connection', (client) => this.open(client));
  }

  static async before(url: string): Promise<DatabaseProxy> {
    const door = createServer().listen(0, '127.0.0.1');
    await once(door, 'listening');
    return new DatabaseProxy(door, new URL(url));
  }

  get url(): string {
    const url = new URL(this.target);
    url.port = String((this.door.address() as AddressInfo).port);
    return url.href;
  }

  /** What is open falls silent, and stays so; so does what comes new until `heal`. */
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

  /** Once. Ends when Postgres has answered, and nobody heard of it. */
  loseAnswer(trap: Trap): Promise<void> {
    for (const line of this.lines) line.armed = false;
    return new Promise((sprung) => (this.trap = { ...trap, sprung }));
  }

  async close(): Promise<void> {
    this.cut();
    this.door.close();
    await once(this.door, 'close');
  }

  private open(client: Socket): void {
    const database = connect(Number(this.target.port), this.target.hostname);
    const line: Line = { mode: this.forNew, armed: false, client, database };
    this.lines.add(line);
    for (const socket of [client, database]) {
      socket.on('error', () => undefined);
      // The other side hears of no end that a swallowing line would not let through.
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
      // Postgres has carried it out when its answer is here.
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
