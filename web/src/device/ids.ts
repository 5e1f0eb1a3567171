/** A UUIDv7 (RFC 9562, section 5.7): sortable by the time of its making. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  const random = BigInt(view.getUint16(6) & 0x0fff);
  view.setBigUint64(0, (BigInt(Date.now()) << 16n) | 0x7000n | random);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
