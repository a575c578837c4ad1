/** The contract's version, the server's and this package's: what a plugin's `compatibility` is held against. */
export const KIT_VERSION = '0.2.0';
