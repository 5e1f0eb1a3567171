import { type Bytes, type PasskeyWay, randomBytes } from "../device/vault-keys";

/** What a passkey answered to a question, always the same for the same question. */
interface PasskeyAnswer {
  credential: Bytes;
  question: Bytes;
  answer: Bytes;
}

/** The person or the browser broke it off, or the passkey cannot do it. */
export class NoPasskey extends Error {}

/** Passkeys belong to a name: a server that is reached by a number has none. */
export async function passkeysWork(): Promise<boolean> {
  if (!("PublicKeyCredential" in globalThis) || /^[\d.]+$|:/.test(location.hostname)) return false;
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
}

/** Make a passkey for this lock and ask it at once. */
export async function newPasskey(person: string): Promise<PasskeyAnswer> {
  const made = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: randomBytes(),
        rp: { name: "SelfOS", id: location.hostname },
        user: { id: randomBytes(16), name: person, displayName: person },
        pubKeyCredParams: [
          { type: "public-key", alg: -7 },
          { type: "public-key", alg: -257 },
        ],
        authenticatorSelection: { userVerification: "required" },
        extensions: { prf: {} },
      },
    }),
  );
  return askPasskey({ credential: new Uint8Array(made.rawId), question: randomBytes() });
}

export async function askPasskey({ credential, question }: Pick<PasskeyWay, "credential" | "question">): Promise<PasskeyAnswer> {
  const given = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: randomBytes(),
        rpId: location.hostname,
        allowCredentials: [{ type: "public-key", id: credential }],
        userVerification: "required",
        extensions: { prf: { eval: { first: question } } },
      },
    }),
  );
  const first = given.getClientExtensionResults().prf?.results?.first;
  if (!first) throw new NoPasskey();
  return { credential, question, answer: bytesOf(first) };
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await ask();
    if (credential instanceof PublicKeyCredential) return credential;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  throw new NoPasskey();
}

function bytesOf(source: BufferSource): Bytes {
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  return new Uint8Array(new Uint8Array(source.buffer, source.byteOffset, source.byteLength));
}
