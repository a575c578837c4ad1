import { Shutdown } from './shutdown';

const FOREVER = new Promise<never>(() => undefined);

describe('at the limit of a shutdown', () => {
  const exit = jest.spyOn(process, 'exit');
  const stderr = jest.spyOn(process.stderr, 'write');
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const before = signals.map((signal) => process.listeners(signal));

  beforeEach(() => {
    jest.useFakeTimers();
    exit.mockReset().mockImplementation(() => undefined as never);
    stderr.mockReset().mockReturnValue(true);
  });
  afterEach(() => {
    jest.useRealTimers();
    signals.forEach((signal, at) =>
      process
        .listeners(signal)
        .filter((each) => !before[at]?.includes(each))
        .forEach((each) => process.off(signal, each)),
    );
  });
  afterAll(() => jest.restoreAllMocks());

  it.each<[string, (shutdown: Shutdown) => void]>([
    ['a step that hangs', (shutdown) => void shutdown.end(0)],
    ['a start that hangs', () => process.emit('SIGTERM', 'SIGTERM')],
  ])('%s does not stop the other steps from being started, once each', async (_, trigger) => {
    const started: string[] = [];
    const shutdown = new Shutdown();
    for (const name of ['postgres', 'pool', 'server'])
      shutdown.add(() => {
        started.push(name);
        return name === 'postgres' ? Promise.resolve() : FOREVER;
      });
    trigger(shutdown);
    await jest.advanceTimersByTimeAsync(28_000);
    expect(started).toEqual(['server', 'pool', 'postgres']);
    expect(exit.mock.calls).toEqual([[1]]);
  });
});
