import { Button, Spinner } from "../../design";
import type { Asked } from "../../life/server";
import { t } from "./texts";

interface Props {
  asked: Asked<unknown> & { again: () => void };
  /** What is missing while the server is out of reach. */
  offline: string;
}

/** Why there is less to see than there is, and what to do about it. */
export function Standing({ asked, offline }: Props) {
  if (asked.state === "loading") return <Spinner label={t("loading")} />;
  if (asked.state === "there") return null;
  const refused = asked.state === "refused" && t(asked.problem.status === 404 ? "unknown" : "problem");
  return (
    <div className="flex flex-wrap items-center gap-3">
      <output className="text-muted">{refused || offline}</output>
      <Button onClick={asked.again}>{t("again")}</Button>
    </div>
  );
}
