import { Fragment } from "react";
import { type KeyBinding, singleKeys, useKeyGroups, useSingleKeys } from "../../browser/keys";
import { Dialog, Kbd, Switch } from "../../design";
import { t } from "./texts";

/** Which keys do what, on this screen and on all of them. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const groups = useKeyGroups();
  const on = useSingleKeys();
  return (
    <Dialog open title={t("shortcuts")} onClose={onClose}>
      <Switch label={t("singleKeys")} hint={t("singleKeysHint")} checked={on} onChange={(wanted) => singleKeys.choose(wanted ? "on" : "off")} />
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {groups.map(({ title, bindings }) => (
          <section key={title}>
            <h3 className="mb-1 font-semibold">{title}</h3>
            <dl className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1.5 text-sm">
              {merged(bindings).map(([label, keys]) => (
                <Fragment key={label}>
                  <dt>{label}</dt>
                  <dd className={on || keys.some(isCombined) ? "text-right" : "text-right line-through"}>
                    <Keys keys={keys} />
                  </dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Keys({ keys }: { keys: string[] }) {
  return keys.map((one, place) => (
    <span key={one}>
      {place > 0 && ` ${t("or")} `}
      {one.split(/[ +]/).map((key) => (
        <Kbd key={key}>{nameOf(key)}</Kbd>
      ))}
    </span>
  ));
}

const isCombined = (keys: string): boolean => keys.startsWith("Mod+");

function nameOf(key: string): string {
  if (key === "Mod") return /Mac|iP/.test(navigator.userAgent) ? "⌘" : t("ctrl");
  return key === key.toUpperCase() && /\p{L}/u.test(key) ? `⇧ ${key}` : key.toUpperCase();
}

/** What does the same stands in one line. */
function merged(bindings: readonly KeyBinding[]): [string, string[]][] {
  const lines = new Map<string, string[]>();
  for (const { label, keys } of bindings) lines.set(label, [...(lines.get(label) ?? []), keys]);
  return [...lines];
}
