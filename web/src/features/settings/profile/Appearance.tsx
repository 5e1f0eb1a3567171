import { singleKeys } from "../../../browser/keys";
import { type Preference, usePreference } from "../../../browser/preference";
import { theme } from "../../../browser/theme";
import { Panel, Segmented, Select, Switch } from "../../../design";
import { language } from "../../../i18n/language";
import { weekStart } from "../../../i18n/week-start";
import { t } from "./texts";

/** What is chosen for this device alone. */
export function Appearance() {
  const keys = usePreference(singleKeys);
  const start = usePreference(weekStart);
  const starts = weekStart.values.map((value) => ({ value, label: t(value === "system" ? value : `weekStart.${value}`) }));
  return (
    <Panel title={t("appearance")}>
      <div className="flex flex-col gap-4">
        <Choice label={t("theme")} of={theme} names={{ system: t("system"), light: t("light"), dark: t("dark") }} />
        <Choice label={t("language")} of={language} names={{ system: t("system"), en: "English", de: "Deutsch" }} />
        <Select label={t("weekStart")} options={starts} value={start} onChange={weekStart.choose} />
        <Switch
          label={t("singleKeys")}
          hint={t("singleKeysHint")}
          checked={keys === "on"}
          onChange={(on) => singleKeys.choose(on ? "on" : "off")}
        />
      </div>
    </Panel>
  );
}

function Choice<V extends string>({ label, of, names }: { label: string; of: Preference<V>; names: Record<V, string> }) {
  const chosen = usePreference(of);
  const options = of.values.map((value) => ({ value, label: names[value] }));
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span>{label}</span>
      <Segmented label={label} options={options} value={chosen} onChange={of.choose} />
    </div>
  );
}
