import { useState } from "react";
import type { components } from "../../../api/schema";
import { Badge, Button, Confirm, Icon, List, notify, Panel, Row } from "../../../design";
import { formatAgo } from "../../../i18n/dates";
import { useServer } from "../../../life/server";
import { Answered } from "../../../life/Answered";
import { useCommand } from "../../../life/command";
import { deviceName, isHandheld } from "./device-name";
import { t } from "./texts";

type Session = components["schemas"]["SessionView"];

export function DevicesPage() {
  const sessions = useServer((api) => api.GET("/api/v1/auth/sessions"), []);
  return (
    <>
      <p className="text-muted">{t("intro")}</p>
      <Panel title={t("signedIn")}>
        <Answered asked={sessions}>{({ items }) => <Sessions items={items} changed={sessions.again} />}</Answered>
      </Panel>
    </>
  );
}

function Sessions({ items, changed }: { items: Session[]; changed: () => void }) {
  const { busy, run } = useCommand();
  const [ending, setEnding] = useState<Session | "others">();
  const end = async (which: Session | "others") => {
    const ended = await run((api) =>
      which === "others"
        ? api.DELETE("/api/v1/auth/sessions")
        : api.DELETE("/api/v1/auth/sessions/{id}", { params: { path: { id: which.id } } }),
    );
    if (!ended) return;
    notify({ text: t("ended", { count: ended.revoked }) });
    changed();
  };
  const ordered = items.toSorted((a, b) => Number(b.current) - Number(a.current) || b.last_used_at.localeCompare(a.last_used_at));
  return (
    <>
      <List label={t("signedIn")}>
        {ordered.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => setEnding(session)} />
        ))}
      </List>
      {items.length > 1 && (
        <Button className="mt-3" icon="log-out" busy={busy} onClick={() => setEnding("others")}>
          {t("endOthers")}
        </Button>
      )}
      <Confirm
        open={ending !== undefined}
        title={t(ending === "others" ? "endOthers" : "endTitle")}
        text={t(ending === "others" ? "endOthersText" : "endText")}
        confirm={t("end")}
        onConfirm={() => ending && void end(ending)}
        onClose={() => setEnding(undefined)}
      />
    </>
  );
}

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const { user_agent, current, last_used_at, created_at, address } = session;
  const name = deviceName(user_agent);
  return (
    <Row
      leading={<Icon name={isHandheld(user_agent) ? "smartphone" : "laptop"} className="text-muted size-5" />}
      trailing={
        !current && (
          <Button variant="quiet" aria-label={t("endNamed", { name })} onClick={onEnd}>
            {t("end")}
          </Button>
        )
      }
    >
      <p className="flex flex-wrap items-center gap-x-2">
        {name} {current && <Badge tone="accent">{t("this")}</Badge>}
      </p>
      <p className="text-muted text-sm">{t("used", { ago: formatAgo(last_used_at), since: formatAgo(created_at) })}</p>
      {address && <p className="text-muted text-sm">{t("from", { address })}</p>}
    </Row>
  );
}
