/** An invalid setting; its message is printed as one line. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
