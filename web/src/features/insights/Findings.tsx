import { useState } from "react";
import { Button, Empty, Skeleton } from "../../design";
import { useRecords } from "../../life/hooks";
import { Finding } from "./Finding";
import { inOrder } from "./insight";
import { t } from "./texts";

const SHOWN = 6;

/** What the checks found and the person has not dismissed. */
export function Findings() {
  const insights = useRecords({ kind: "insight", open: true });
  const [limit, setLimit] = useState(SHOWN);
  if (!insights) return <Skeleton lines={5} />;
  if (insights.length === 0) return <Empty icon="sparkles" title={t("none.title")} text={t("none.text")} />;
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {inOrder(insights)
          .slice(0, limit)
          .map((insight) => (
            <Finding key={insight.id} insight={insight} />
          ))}
      </div>
      {insights.length > limit && (
        <div>
          <Button variant="quiet" onClick={() => setLimit(limit + SHOWN)}>
            {t("more", { count: insights.length - limit })}
          </Button>
        </div>
      )}
    </>
  );
}
