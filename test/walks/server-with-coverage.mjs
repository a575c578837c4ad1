// The server without its workers. On a separate port it reports which code ran between POST /start and POST /stop.
import { createServer } from 'node:http';
import { Session } from 'node:inspector/promises';
import '../setup/without-workers.mjs';

const session = new Session();
session.connect();
await session.post('Profiler.enable');

const ACTIONS = {
  '/start': () => session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true }),
  '/stop': async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    await session.post('Profiler.stopPreciseCoverage');
    return result.filter(({ url }) => url.includes('/dist/libs/'));
  },
};

const control = createServer((request, response) => {
  ACTIONS[request.url]().then((value) => response.end(JSON.stringify(value)));
});
control.listen(0, '127.0.0.1', () => console.log(`coverage on http://127.0.0.1:${control.address().port}`));
