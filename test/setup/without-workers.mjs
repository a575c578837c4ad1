// The server without what it does by itself, so that a test which counts statements hears those of its requests alone.
import { createRequire } from 'node:module';

const built = createRequire(new URL('../../dist/apps/api/src/', import.meta.url));
const { Worker } = built('../../../libs/platform/jobs/src');
Object.assign(Worker.prototype, { onApplicationBootstrap() {}, soon() {} });
built('./main');
