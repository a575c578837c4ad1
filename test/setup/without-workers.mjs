// The server without workers, so that a test that counts statements sees only those of its requests.
import { createRequire } from 'node:module';

const built = createRequire(new URL('../../dist/apps/api/src/', import.meta.url));
const { Worker } = built('../../../libs/platform/jobs/src');
Object.assign(Worker.prototype, { onApplicationBootstrap() {}, soon() {} });
built('./main');
