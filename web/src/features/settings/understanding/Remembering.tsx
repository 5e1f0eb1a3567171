import { Panel, Switch } from "../../../design";
import { type Change, type Choices } from "../useProfile";
import { t } from "./texts";

const SENSITIVE = ["health", "money", "sexuality", "religion", "politics", "origin", "law"] as const;

/** Of which delicate matters memories are made. */
export function Remembering({ choices: { not_remembered }, change }: { choices: Choices; change: Change }) {
  const isOff = (one: (typeof SENSITIVE)[number]) => not_remembered.includes(one);
  const others = (one: (typeof SENSITIVE)[number]) => not_remembered.filter((other) => other !== one);
  return (
    <Panel title={t("remembering")}>
      <p className="text-muted mb-2 text-sm">{t("rememberingHint")}</p>
      <div className="flex flex-col gap-1">
        {SENSITIVE.map((one) => (
          <Switch
            key={one}
            label={t(`sensitive.${one}`)}
            checked={!isOff(one)}
            onChange={(on) => void change({ not_remembered: on ? others(one) : [...others(one), one] })}
          />
        ))}
      </div>
    </Panel>
  );
}
