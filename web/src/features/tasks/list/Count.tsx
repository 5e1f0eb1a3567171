import { formatNumber } from "../../../i18n/dates";
import { t } from "../texts";

/** How many tasks there are: a number to see, words to hear. */
export function Count({ of: count }: { of: number }) {
  return (
    <span className="text-muted text-sm font-normal">
      <span aria-hidden="true">{formatNumber(count)}</span>
      <span className="sr-only">{t("groupCount", { count })}</span>
    </span>
  );
}
