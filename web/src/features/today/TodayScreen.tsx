import { Link } from "wouter";
import { Button, Empty, List, Page, Panel, Skeleton } from "../../design";
import { formatLongDay } from "../../i18n/dates";
import { type Day, dayOf } from "../../i18n/days";
import { useNow } from "../../i18n/today";
import { useFilling, usePhase, useRecords } from "../../life/hooks";
import { openCapture } from "../capture";
import { SAMPLE, SampleData } from "../sample";
import { Suggestions } from "../suggestions";
import { useOpenTasks } from "../tasks";
import { ThoughtRow } from "../thoughts";
import { CaptureField } from "./CaptureField";
import { Milestones } from "./Milestones";
import { todaysItems } from "./order";
import { Tasks } from "./Tasks";
import { t } from "./texts";

const NEWEST = 50;

/** What matters now, what was found and what was captured today; all of it from the device. */
export default function TodayScreen() {
  const now = useNow();
  const day = dayOf(now);
  return (
    <Page title={t("title")} actions={<p className="text-muted">{formatLongDay(day)}</p>}>
      <CaptureField />
      <Day now={now} day={day} />
    </Page>
  );
}

function Day({ now, day }: { now: number; day: Day }) {
  const open = useOpenTasks();
  const thoughts = useRecords({ kind: "thought", limit: NEWEST });
  if (!open || !thoughts) return <Skeleton lines={6} />;
  const items = todaysItems(open.tasks, now);
  const captured = thoughts.filter(({ captured_at }) => dayOf(captured_at) === day);
  const hasSample = [...open.tasks, ...thoughts].some(({ tags }) => tags.includes(SAMPLE));
  const isNew = thoughts.length === 0 && open.tasks.length === 0;
  if (isNew) return <Beginning />;
  return (
    <>
      <Tasks items={items} day={day} />
      {items.length === 0 && <p className="text-muted px-1">{t("clear")}</p>}
      <Suggestions />
      <Milestones day={day} />
      {captured.length > 0 && (
        <Panel title={t("captured")} actions={<Link href="/thoughts" className="text-accent-ink text-sm hover:underline">{t("allThoughts")}</Link>}>
          <List>
            {captured.map((thought) => (
              <ThoughtRow key={thought.id} thought={thought} />
            ))}
          </List>
        </Panel>
      )}
      {hasSample && (
        <div className="text-muted flex flex-wrap items-center justify-between gap-2 px-1">
          {t("sampleHere")}
          <SampleData />
        </div>
      )}
    </>
  );
}

/** Nothing is here; or not yet, where the device is only being filled. */
function Beginning() {
  const filling = useFilling();
  const phase = usePhase();
  if (filling !== null && (phase === "starting" || phase === "syncing")) return <Skeleton lines={6} />;
  const begin = (
    <>
      <Button variant="primary" icon="plus" onClick={openCapture}>
        {t("firstThought")}
      </Button>
      <SampleData />
    </>
  );
  return <Empty icon="sprout" title={t("newTitle")} text={t("newText")} action={begin} />;
}
