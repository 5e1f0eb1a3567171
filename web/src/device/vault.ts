import type { Kind } from "./kinds";

/** Content as it lies in the browser profile: plain while no app lock is set, sealed while one is. */
export type Sealed = unknown;

/** What the app lock makes of a content, so that one can be told from a plain one while it is turned on or off. */
export interface SealedContent {
  format: 1;
  nonce: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

/** What stands between the product's values and the browser's storage. */
export interface Vault {
  seal: (value: unknown, place: Place) => Promise<Sealed>;
  open: (content: Sealed, place: Place) => Promise<unknown>;
}

/** Where a content lies; what is sealed opens in its own place only. */
export type Place = `rows/${Kind}/${string}` | `acts/${string}` | `meta/${string}`;

export const placeOf = {
  row: ({ kind, id }: { kind: Kind; id: string }): Place => `rows/${kind}/${id}`,
  act: ({ id }: { id: string }): Place => `acts/${id}`,
  meta: ({ key }: { key: string }): Place => `meta/${key}`,
};

/** About how many bytes it takes in the browser profile. */
export function sizeOf(content: Sealed): number {
  return typeof content === "string" ? content.length : (content as SealedContent).sealed.byteLength;
}

/** Without an app lock. As text: the browser stores and reads one long string much faster than an object of many fields. */
export const plainVault: Vault = {
  seal: async (value) => JSON.stringify(value),
  open: async (content) => JSON.parse(String(content)) as unknown,
};
