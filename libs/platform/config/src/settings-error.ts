/** A setting that cannot be right: its message is the one line that is printed. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
