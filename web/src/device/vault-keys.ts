/** OWASP's Password Storage Cheat Sheet asks for at least so many with PBKDF2-HMAC-SHA-256. */
const ITERATIONS = 600_000;
const SALT_BYTES = 32;
const DATA_KEY: AesKeyGenParams = { name: "AES-GCM", length: 256 };
const WRAPPING: KeyUsage[] = ["wrapKey", "unwrapKey"];
const SEALING: KeyUsage[] = ["encrypt", "decrypt"];

export type Bytes = Uint8Array<ArrayBuffer>;

interface Wrapped {
  salt: Bytes;
  nonce: Bytes;
  /** The data key, sealed with AES-256-GCM under a key made from the secret and the salt. */
  wrapped: ArrayBuffer;
}

interface PassphraseWay extends Wrapped {
  kind: "passphrase";
  iterations: number;
}

export interface PasskeyWay extends Wrapped {
  kind: "passkey";
  credential: Bytes;
  /** What the passkey's pseudo-random function is asked with. */
  question: Bytes;
}

/** One way to the data key; any one of a lock's ways opens it. */
export type Way = PassphraseWay | PasskeyWay;

/** What seals the contents. It can be read out only to be wrapped; the one in use (`unwrapped`) cannot. */
export function newDataKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey(DATA_KEY, true, SEALING);
}

export function randomBytes(count = SALT_BYTES): Bytes {
  return crypto.getRandomValues(new Uint8Array(count));
}

export async function passphraseWay(dataKey: CryptoKey, passphrase: string): Promise<PassphraseWay> {
  const salt = randomBytes();
  const wrapping = await fromPassphrase(passphrase, salt, ITERATIONS);
  return { kind: "passphrase", iterations: ITERATIONS, salt, ...(await wrapped(dataKey, wrapping)) };
}

/** `answer`: what the passkey's pseudo-random function gave. */
export async function passkeyWay(
  dataKey: CryptoKey,
  passkey: { credential: Bytes; question: Bytes; answer: Bytes },
): Promise<PasskeyWay> {
  const salt = randomBytes();
  const { credential, question, answer } = passkey;
  return { kind: "passkey", credential, question, salt, ...(await wrapped(dataKey, await fromPasskey(answer, salt))) };
}

/** The data key, or undefined where the secret is not the right one. `anew`: to be wrapped once more. */
export async function unwrapped(way: Way, secret: string | Bytes, anew = false): Promise<CryptoKey | undefined> {
  const wrapping = await wrappingKey(way, secret);
  const opening = { name: "AES-GCM", iv: way.nonce };
  try {
    return await crypto.subtle.unwrapKey("raw", way.wrapped, wrapping, opening, DATA_KEY, anew, SEALING);
  } catch (error) {
    if (error instanceof DOMException && error.name === "OperationError") return undefined;
    throw error;
  }
}

function wrappingKey(way: Way, secret: string | Bytes): Promise<CryptoKey> {
  if (way.kind === "passphrase" && typeof secret === "string") return fromPassphrase(secret, way.salt, way.iterations);
  if (way.kind === "passkey" && typeof secret !== "string") return fromPasskey(secret, way.salt);
  throw new TypeError(`a ${way.kind} cannot be opened so`);
}

async function wrapped(dataKey: CryptoKey, wrapping: CryptoKey): Promise<Pick<Wrapped, "nonce" | "wrapped">> {
  const nonce = randomBytes(12);
  return { nonce, wrapped: await crypto.subtle.wrapKey("raw", dataKey, wrapping, { name: "AES-GCM", iv: nonce }) };
}

/** The same passphrase from another keyboard may be composed of other code points: NFKC makes them one. */
async function fromPassphrase(passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const text = new TextEncoder().encode(passphrase.normalize("NFKC"));
  const material = await crypto.subtle.importKey("raw", text, "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations }, material, DATA_KEY, false, WRAPPING);
}

async function fromPasskey(answer: Bytes, salt: Bytes): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", answer, "HKDF", false, ["deriveKey"]);
  const info = new TextEncoder().encode("selfos/app-lock");
  return crypto.subtle.deriveKey({ name: "HKDF", hash: "SHA-256", salt, info }, material, DATA_KEY, false, WRAPPING);
}
