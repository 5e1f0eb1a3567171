import { useEffect, useState } from "react";
import { Button, Icon, notify, Panel } from "../../../design";
import type { Device } from "../../../device/device";
import { formatNumber } from "../../../i18n/dates";
import { useLife } from "../../../life/hooks";
import { t } from "./texts";

interface Stored {
  records: number;
  megabytes: number;
  isKept: boolean;
}

async function look({ rows }: Device): Promise<Stored> {
  const records = await rows.count();
  const { usage = 0 } = await navigator.storage.estimate();
  return { records, megabytes: usage / 1e6, isKept: await navigator.storage.persisted() };
}

export function Storage() {
  const { device } = useLife();
  const [stored, setStored] = useState<Stored>();
  useEffect(() => void look(device).then(setStored), [device]);
  const keep = async () => {
    if (!(await navigator.storage.persist())) notify({ text: t("keepRefused"), tone: "problem" });
    setStored(await look(device));
  };
  if (!stored) return null;
  const size = formatNumber(stored.megabytes, { maximumFractionDigits: 1, style: "unit", unit: "megabyte" });
  return (
    <Panel title={t("storage")}>
      <div className="flex flex-col gap-3">
        <p>{t("stored", { count: stored.records, size })}</p>
        {stored.isKept ? (
          <p className="text-good-ink flex items-center gap-2">
            <Icon name="check" /> {t("isKept")}
          </p>
        ) : (
          <>
            <p className="text-muted">{t("keepText")}</p>
            <Button className="self-start" icon="save" onClick={() => void keep()}>
              {t("keep")}
            </Button>
          </>
        )}
      </div>
    </Panel>
  );
}
