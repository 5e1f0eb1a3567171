import type { Place, Sealed, SealedContent, Vault } from "./vault";

const ALGORITHM = "AES-GCM";
const NONCE_BYTES = 12;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function isSealed(content: Sealed): content is SealedContent {
  return typeof content === "object" && content !== null && "sealed" in content && "nonce" in content && "format" in content;
}

/** Seals JSON values with AES-256-GCM; a content opens only in the place it was sealed for. */
export function sealedVault(key: CryptoKey): Vault {
  return {
    seal: async (value, place): Promise<SealedContent> => {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const text = encoder.encode(JSON.stringify(value));
      return { format: 1, nonce, sealed: await observed(crypto.subtle.encrypt(bound(nonce, place), key, text)) };
    },
    open: async (content, place) => {
      if (!isSealed(content)) throw new Error(`${place} is not sealed`);
      const text = await observed(crypto.subtle.decrypt(bound(content.nonce, place), key, content.sealed));
      return JSON.parse(decoder.decode(text)) as unknown;
    },
  };
}

/** Dexie's live queries lose sight of what is read after a foreign promise, unless their own kind resolves it. */
function observed<T>(foreign: Promise<T>): Promise<T> {
  return Promise.resolve(foreign);
}

function bound(nonce: Uint8Array<ArrayBuffer>, place: Place): AesGcmParams {
  return { name: ALGORITHM, iv: nonce, additionalData: encoder.encode(`selfos/1/${place}`) };
}
