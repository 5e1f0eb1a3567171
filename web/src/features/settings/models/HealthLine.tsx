import type { components } from "../../../api/schema";
import { Icon } from "../../../design";
import { formatNumber } from "../../../i18n/dates";
import { t } from "./texts";

/** How a model answered just now, and what it can do. */
export function HealthLine({ health }: { health: components["schemas"]["HealthView"] }) {
  const { model, answers, problem, seconds, structured, tools, streaming, vision, decisions, embeddings } = health;
  const can = { structured, tools, streaming, vision, decisions, embeddings };
  const told = (Object.keys(can) as (keyof typeof can)[]).filter((name) => can[name]).map((name) => t(`can.${name}`));
  return (
    <p data-tone={answers ? "good" : "danger"} className="mt-1 flex items-start gap-2 text-sm">
      <Icon name={answers ? "circle-check" : "triangle-alert"} className="mt-0.5 size-4 shrink-0 text-(--tone)" />
      <span>
        {answers ? t("answers", { model, seconds: formatNumber(seconds, { maximumFractionDigits: 1 }) }) : t("silent", { model, why: problem ?? "" })}
        {told.length > 0 && <span className="text-muted block">{t("can", { what: told.join(", ") })}</span>}
      </span>
    </p>
  );
}
