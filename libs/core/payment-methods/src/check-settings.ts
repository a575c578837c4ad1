import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@tandem/database';
import { propertiesOf } from '@tandem/objects';
import { ProviderRegistry } from '@tandem/payment-providers';
import { withinLimit, type SettingsCheck } from '@tandem/provider-kit';
import type { Settings } from './payment-method';
import { SettingsInvalid } from './payment-methods.errors';

// As long as any other call of a provider may take.
const LIMIT_MS = 10_000;

/** Of a gateway that does not say what is wrong. */
const NOT_TAKEN = { settings: 'are not what the payment provider takes' };

/** Tries settings at their gateway before they are saved, where the provider can. */
@Injectable()
export class CheckSettings {
  private readonly logger = new Logger(CheckSettings.name);

  constructor(
    private readonly registry: ProviderRegistry,
    private readonly database: Database,
  ) {}

  /** False where the gateway gave no clear answer: they are saved, and the operator is told. @throws SettingsInvalid */
  async run(providerId: string, settings: Settings): Promise<boolean> {
    if (this.database.insideTransaction()) throw new Error('a provider was called inside a transaction');
    const check = await this.ask(providerId, settings);
    if (check.status === 'invalid') throw new SettingsInvalid(check.problems);
    if (check.status === 'unreachable') this.logger.warn(`${providerId} check_settings: no clear answer`);
    return check.status !== 'unreachable';
  }

  private async ask(providerId: string, settings: Settings): Promise<SettingsCheck> {
    const provider = this.registry.get(providerId);
    if (!provider.checkSettings) return { status: 'ok' };
    try {
      return checkIn(await withinLimit(provider.checkSettings({ settings }), LIMIT_MS));
    } catch (error) {
      return { status: 'unreachable', cause: error instanceof Error ? error.name : 'not an Error' };
    }
  }
}

/** A provider may be a stranger's: an answer that is malformed says nothing of the settings, and a bare no is a no. */
function checkIn(answer: unknown): SettingsCheck {
  const { status, problems } = propertiesOf(answer);
  if (status === 'ok') return { status };
  if (status !== 'invalid') return { status: 'unreachable', cause: 'no known form' };
  const told = Object.entries(propertiesOf(problems)).filter(isText);
  return { status, problems: told.length > 0 ? Object.fromEntries(told) : NOT_TAKEN };
}

function isText(problem: [string, unknown]): problem is [string, string] {
  return typeof problem[1] === 'string' && problem[1] !== '';
}
