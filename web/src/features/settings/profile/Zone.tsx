import { Button, Panel, Select } from "../../../design";
import { useProfile } from "../useProfile";
import { t } from "./texts";

export function Zone() {
  const { choices, change } = useProfile();
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = choices?.timezone ?? here;
  const zones = [...new Set([zone, here, "UTC", ...Intl.supportedValuesOf("timeZone")])].toSorted();
  const options = zones.map((value) => ({ value, label: value.replaceAll("_", " ") }));
  const choose = (timezone: string) => void change({ timezone });
  return (
    <Panel title={t("zone")}>
      <div className="flex flex-col gap-3">
        <Select label={t("zoneLabel")} hint={t("zoneHint")} options={options} value={zone} onChange={choose} />
        {zone !== here && (
          <Button className="self-start" icon="globe" onClick={() => choose(here)}>
            {t("zoneHere", { zone: here.replaceAll("_", " ") })}
          </Button>
        )}
      </div>
    </Panel>
  );
}
