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

export function Filters({ kind, onKind, periods, period, onPeriod }: Props) {
  const months = periods.filter(isMonth).map(({ key, name }) => ({ value: key, label: name }));
  return (
    <div className="flex flex-col gap-2">
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">{t("kinds")}</legend>
        {SEARCHED.map((one) => (
          <Chip key={one} pressed={kind === one} onPress={() => onKind(kind === one ? undefined : one)}>
            {kindName(one)}
          </Chip>
        ))}
      </fieldset>
      <fieldset className="flex flex-wrap items-center gap-1.5">
        <legend className="sr-only">{t("when")}</legend>
        {periods
          .filter((one) => !isMonth(one))
          .map(({ key, name }) => (
            <Chip key={key} pressed={period?.key === key} onPress={() => onPeriod(period?.key === key ? undefined : key)}>
              {name}
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
