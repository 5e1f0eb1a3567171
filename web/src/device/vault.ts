/** Content as it lies in the browser profile: plain while no app lock is set, sealed while one is. */
export type Sealed = unknown;

/** What stands between the product's values and the browser's storage. */
export interface Vault {
  seal: (value: unknown) => Promise<Sealed>;
  open: (content: Sealed) => Promise<unknown>;
}

/** Without an app lock: as it is. */
export const plainVault: Vault = {
  seal: async (value) => value,
  open: async (content) => content,
};
