import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@tandem/database';
import { propertiesOf } from '@tandem/objects';
import { ProviderRegistry } from '@tandem/payment-providers';
import { withinLimit, type SettingsCheck } from '@tandem/provider-kit';
import type { Settings } from './payment-method';
import { SettingsInvalid } from './payment-methods.errors';

// The same limit as for other provider calls.
const LIMIT_MS = 10_000;

/** For a gateway that does not say what is wrong. */
const REFUSED = { settings: 'were refused by the payment provider' };

/** Checks settings at the gateway before they are saved, if the provider supports it. */
@Injectable()
export class CheckSettings {
  private readonly logger = new Logger(CheckSettings.name);

  constructor(
    private readonly registry: ProviderRegistry,
    private readonly database: Database,
  ) {}

  /** False if the gateway gave no clear response: the settings are saved, and the operator gets a warning. @throws SettingsInvalid */
  async run(providerId: string, settings: Settings): Promise<boolean> {
    if (this.database.isInTransaction()) throw new Error('a provider was called inside a transaction');
    const check = await this.callProvider(providerId, settings);
    if (check.status === 'invalid') throw new SettingsInvalid(check.problems);
    if (check.status === 'unreachable') this.logger.warn(`${providerId} check_settings: no clear response`);
    return check.status !== 'unreachable';
  }

  private async callProvider(providerId: string, settings: Settings): Promise<SettingsCheck> {
    const provider = this.registry.get(providerId);
    if (!provider.checkSettings) return { status: 'ok' };
    try {
      return checkIn(await withinLimit(provider.checkSettings({ settings }), LIMIT_MS));
    } catch (error) {
      return { status: 'unreachable', cause: error instanceof Error ? error.name : 'not an Error' };
    }
  }
}

/** Plugins may return anything: a malformed response says nothing about the settings, and `invalid` without problems still refuses them. */
function checkIn(response: unknown): SettingsCheck {
  const { status, problems } = propertiesOf(response);
  if (status === 'ok') return { status };
  if (status !== 'invalid') return { status: 'unreachable', cause: 'malformed' };
  const reported = Object.entries(propertiesOf(problems)).filter(isText);
  return { status, problems: reported.length > 0 ? Object.fromEntries(reported) : REFUSED };
}

function isText(problem: [string, unknown]): problem is [string, string] {
  return typeof problem[1] === 'string' && problem[1] !== '';
}
