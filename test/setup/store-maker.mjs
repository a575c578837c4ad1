// The command line's `store` command as a server: starting it separately for some hundred stores took minutes.
import 'reflect-metadata';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { NestFactory } from '@nestjs/core';

const built = createRequire(new URL('../../dist/apps/cli/src/', import.meta.url));
const { CoreModule, coreOptions } = built('../../../libs/server/src');
const { readSettings } = built('../../../libs/platform/config/src');
const { store } = built('./store');

const settings = readSettings(process.env);
const module = CoreModule.forRoot(coreOptions(settings, process.env['DATABASE_URL']));
const app = await NestFactory.createApplicationContext(module, { logger: ['error'] });

const server = createServer((request, response) => {
  store([decodeURIComponent(request.url.slice(1)), '--json'])(app).then(
    (text) => response.end(text),
    (error) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${server.address().port}`));
