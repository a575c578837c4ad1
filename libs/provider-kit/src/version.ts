/** The version of the contract, the server and this package: a plugin's `compatibility` range is checked against it. */
export const KIT_VERSION = '0.2.0';
