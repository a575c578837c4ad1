import type { NestApplicationOptions } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { configureBodyParsing, harden } from '@tandem/http';
import type { Settings } from '@tandem/settings';
import { serveDocs } from './serve-docs';

/** For NestFactory.create: bodies are parsed by our rules, and what ends a start is the caller's to print, in one line. */
export const APP_OPTIONS = {
  bodyParser: false,
  abortOnError: false,
  bufferLogs: true,
  autoFlushLogs: false,
} satisfies NestApplicationOptions;

/** Security headers, body limits and the API documents: before `listen`. */
export function prepareApp(app: NestExpressApplication, settings: Settings): void {
  harden(app, settings);
  configureBodyParsing(app);
  serveDocs(app);
}
