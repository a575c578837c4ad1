import { isIP } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { lookUp } from './look-up';
import { postOnce, type Post, type Posted } from './post-once';
import { hostOf, isPublicAddress } from './public-address';
import { TargetRefused } from '../webhooks.errors';

const MAX_LENGTH = 2048;

// The request that saves an endpoint waits for this; a slower name is checked when it is sent to.
const LOOK_UP_MS = 2000;

/** Checks which addresses may be called, and calls them. Private ones only if the settings allow it. */
@Injectable()
export class Targets {
  constructor(private readonly allowPrivate: boolean) {}

  /** A name that cannot be resolved now is checked when it is sent to. @throws TargetRefused */
  async check(text: string): Promise<void> {
    const url = urlIn(text);
    if (this.allowPrivate) return;
    if (url.protocol !== 'https:') throw new TargetRefused('must begin with https://');
    const host = hostOf(url);
    const addresses = isIP(host) === 0 ? await addressesOf(host) : [host];
    if (!addresses.every(isPublicAddress)) throw new TargetRefused('must be a public address');
  }

  /** Checks again, because the endpoint may have been saved by a server that allows more. */
  async post(post: Post): Promise<Posted> {
    const isPlain = new URL(post.url).protocol !== 'https:';
    if (isPlain && !this.allowPrivate) return { is: 'unanswered', error: 'the address is not https' };
    return postOnce(post, { allowPrivate: this.allowPrivate });
  }
}

function urlIn(text: string): URL {
  const url = text.length <= MAX_LENGTH && URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw new TargetRefused('is not a web address');
  // It would be shown wherever the URL is shown.
  if (url.username !== '' || url.password !== '') throw new TargetRefused('must not contain a password');
  return url;
}

async function addressesOf(host: string): Promise<string[]> {
  const found = lookUp(host).then(
    (addresses) => addresses.map(({ address }) => address),
    () => [],
  );
  return Promise.race([found, pause(LOOK_UP_MS, [], { ref: false })]);
}
