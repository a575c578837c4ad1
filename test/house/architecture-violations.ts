/** A small source tree with one violation of each rule, next to code that looks similar but is allowed. */
export const VIOLATIONS: Readonly<Record<string, string>> = {
  'docs/architecture.md': `<!-- layers: drawn long ago -->\n<!-- end of layers -->`,
  'apps/api/src/main.ts': `
    import '@tandem/spree'; import '@tandem/medusa'; import '@tandem/checkout'; import '@tandem/payments';
    import '@tandem/orders'; import '@tandem/payment-providers'; import '@tandem/money'; import '../../../libs/platform/ids/src';
    import '../../cli/src/main'; import 'fast-check';`,
  'apps/cli/src/main.ts': `export {};`,

  'libs/dialects/spree/src/index.ts': `export * from './refund.controller'; export * from './refund.dto'; import '@tandem/medusa';`,
  'libs/dialects/spree/src/refund.dto.ts': `export class RefundDto { readonly amount = 1; }`,
  'libs/dialects/spree/src/refund.controller.ts': `
    import { Controller } from '@nestjs/common';
    @Controller()
    export class RefundController {
      run(amount: string | null): string { return amount ? amount : ''; }
    }`,
  'libs/dialects/medusa/src/index.ts': `export * from './refund.dto'; import '@tandem/payments';`,
  'libs/dialects/medusa/src/refund.dto.ts': `export class RefundDto { readonly amount = 2; } export const another = { RefundDto };`,

  'libs/core/checkout/src/index.ts': `export * from './many-parts';`,
  'libs/core/checkout/src/many-parts.ts': `
    import { Injectable } from '@nestjs/common';
    @Injectable()
    export class Injected {
      constructor(readonly a: string, readonly b: string, readonly c: string, readonly d: string, readonly e: string) {}
    }
    export class Written {
      constructor(readonly a: string, readonly b: string, readonly c: string, readonly d: string, readonly e: string) {}
    }`,

  'libs/core/payments/src/index.ts': `export * from './capture'; export * from './refund'; export { PaymentsRepository as AllPayments, FIND } from './payments.repository';`,
  'libs/core/payments/src/capture.ts': `import { refunded } from './refund'; import '@tandem/checkout'; export const captured = (): string => refunded();`,
  'libs/core/payments/src/refund.ts': `import { captured } from './capture'; export const refunded = (): string => captured();
    export const reason = JSON.parse('""') as string; export const kinds = ['full', 'part'] as const;`,
  'libs/core/payments/src/payments.repository.ts': `import 'typeorm'; declare const sql: (text: string) => string; export const FIND = sql('SELECT 1'); export class PaymentsRepository { readonly find = FIND; }`,
  'libs/core/payments/src/payments.spec.ts': `import '../../../provider-kit/src/testing'; import './index';`,

  'libs/core/orders/src/index.ts': `
    export * from './order-helper'; export * from './orders.reader'; export * from './Place_order'; export * from './http'; export * from './impure';
    import '@tandem/money/src/money'; import '../../../platform/money/src/money';`,
  'libs/core/orders/src/order-helper.ts': `
    import { forwardRef } from '@nestjs/common';
    export const late: any = forwardRef; // the word any in a comment, or forwardRef, is none`,
  'libs/core/orders/src/orders.reader.ts': `import 'pg'; declare const sql: (text: string) => string; export const ALL = sql('SELECT 1');`,
  'libs/core/orders/src/Place_order.ts': `export const place = async (): Promise<void> => {}; export function go(): void { place(); }
    export const race = async (win: () => Promise<boolean>): Promise<void> => { await win(); void (await win()); };`,
  'libs/core/orders/src/impure.ts': `
    interface Tx { afterCommit(effect: () => void): void }
    let placed = 0; let last = ''; const logger = { warn: (text: string): string => text }; const state = { is: '' };
    export const count = (tx: Tx): void => { placed += 1; tx.afterCommit(() => { placed += 1; }); };
    export const name = (tx: Tx): void => { last = typeof tx; };
    export const say = (tx: Tx): void => { logger.warn(typeof tx); tx.afterCommit(() => { logger.warn('placed'); }); };
    export const mark = (tx: Tx): void => { state.is = typeof tx; };
    export const own = (tx: Tx): number => { let sum = 0; sum += 1; const all = { tx }; all.tx = tx; return sum + placed + last.length; };`,
  'libs/core/orders/src/http.ts': `
    import { NotFoundException } from '@nestjs/common'; import '@nestjs/swagger';
    export const none = NotFoundException; export const timeout = DOMException;`,
  'libs/core/orders/src/forgotten.ts': `export {};`,

  'libs/core/payment-providers/src/index.ts': `export * from './acme/acme.provider';`,
  'libs/core/payment-providers/src/acme/acme.provider.ts': `
    import 'node:crypto'; import '@tandem/provider-kit'; import './acme-cards'; import '@tandem/money';
    export const acme = 1;`,
  'libs/core/payment-providers/src/acme/acme-cards.ts': `export {};`,

  'libs/platform/money/src/index.ts': `export * from './money'; import '../../../provider-kit/src/testing';`,
  'libs/platform/money/src/money.ts': `import '@nestjs/common'; export const first = (list: string[]): string => list[0]!;`,
  'libs/platform/ids/src/index.ts': `export {};`,
  'libs/provider-kit/src/index.ts': `${Array.from({ length: 21 }, (_, at) => `import './many/part-${at}';`).join(' ')} export {};`,
  'libs/provider-kit/src/testing/index.ts': `import 'fast-check'; export {};`,
  ...Object.fromEntries(
    Array.from(
      { length: 21 },
      (_, at) => [`libs/provider-kit/src/many/part-${at}.ts`, `export const part = ${at};`] as const,
    ),
  ),
  'libs/newcomer/src/index.ts': `export {}; import '@tandem/ids';`,
};

const HEADINGS = '# A lib\n## Public API\n## Tables\n## Always\n## Never\n';

/** Every lib's README except two faulty ones: one lacks a heading, one is longer than a screen. */
export function readmesOf(libs: readonly string[]): Record<string, string> {
  const readmes = libs
    .filter((lib) => lib !== 'newcomer')
    .map((lib) => [`libs/${lib}/README.md`, HEADINGS] as const);
  return {
    ...Object.fromEntries(readmes),
    'libs/platform/ids/README.md': HEADINGS.replace('## Never\n', ''),
    'libs/platform/money/README.md': HEADINGS + '\n'.repeat(45) + 'too far down',
  };
}
