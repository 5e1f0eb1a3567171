import { formatNumber } from "../../../i18n/dates";

/** Millionths of a US dollar, to the cent, or to four places where it is less than one. */
export function inDollars(micros: number): string {
  const places = micros > 0 && micros < 10_000 ? 4 : 2;
  return formatNumber(micros / 1_000_000, { style: "currency", currency: "USD", minimumFractionDigits: places, maximumFractionDigits: places });
}
