import { t } from "./texts";

export const LEAST = 10;
const GOOD = 16;

/** As the server counts: characters, composed the same way whatever keyboard wrote them. */
export function lengthOf(password: string): number {
  return [...password.normalize("NFKC")].length;
}

/** How good it is so far; length is what counts. */
export function passwordHint(password: string): string {
  const length = lengthOf(password);
  if (length === 0) return t("passwordHint", { count: LEAST });
  if (length < LEAST) return t("passwordMissing", { count: LEAST - length });
  return t(length < GOOD ? "passwordFair" : "passwordGood");
}
