import { Chip, Select } from "../../design";
import { kindName } from "../../i18n/words";
import { SEARCHED, type SearchedKind } from "../../worker";
import { isMonth, type Period } from "./periods";
import { t } from "./texts";

interface Props {
  kind: SearchedKind | undefined;
  onKind: (kind: SearchedKind | undefined) => void;
  periods: Period[];
  period: Period | undefined;
  onPeriod: (key: string | undefined) => void;
}

/** On a narrow screen one line that scrolls, so that the results stay in sight. */
const ROW = "relative flex min-w-0 flex-wrap items-center gap-1.5 *:shrink-0 max-sm:-mx-4 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:px-4 max-sm:py-1";

export function Filters({ kind, onKind, periods, period, onPeriod }: Props) {
  const months = periods.filter(isMonth).map(({ key, name }) => ({ value: key, label: name }));
  return (
    <div className="flex flex-col gap-2">
      <fieldset className={ROW}>
        <legend className="sr-only">{t("kinds")}</legend>
        {SEARCHED.map((one) => (
          <Chip key={one} pressed={kind === one} onPress={() => onKind(kind === one ? undefined : one)}>
            {kindName(one)}
          </Chip>
        ))}
      </fieldset>
      <fieldset className={ROW}>
        <legend className="sr-only">{t("when")}</legend>
        {periods
          .filter((one) => !isMonth(one))
          .map(({ key, name }) => (
            <Chip key={key} pressed={period?.key === key} onPress={() => onPeriod(period?.key === key ? undefined : key)}>
              <span className="inline-block first-letter:uppercase">{name}</span>
            </Chip>
          ))}
        <Select
          label={t("otherMonth")}
          hideLabel
          options={[{ value: "", label: t("otherMonth") }, ...months]}
          value={period && isMonth(period) ? period.key : ""}
          onChange={(key) => onPeriod(key || undefined)}
        />
      </fieldset>
    </div>
  );
}
