import { type FormEvent, useState } from "react";
import type { components } from "../../../api/schema";
import { Badge, Button, Empty, Icon, IconButton, List, notify, Panel, Row, TextField } from "../../../design";
import { formatMoment } from "../../../i18n/dates";
import { useServer } from "../../../life/server";
import { Answered } from "../../../life/Answered";
import { Copied } from "../Copied";
import { useCommand } from "../../../life/command";
import { t } from "./texts";

type Invitation = components["schemas"]["InvitationView"];

export function InvitationsPage() {
  const me = useServer((api) => api.GET("/api/v1/auth/me"), []);
  return (
    <>
      <p className="text-muted">{t("intro")}</p>
      <Answered asked={me}>
        {({ installation_owner }) => (installation_owner ? <Invitations /> : <Empty icon="users" title={t("owners")} text={t("ownersHint")} />)}
      </Answered>
    </>
  );
}

function Invitations() {
  const invitations = useServer((api) => api.GET("/api/v1/invitations"), []);
  return (
    <>
      <Invite made={invitations.again} />
      <Panel title={t("open")}>
        <Answered asked={invitations}>
          {({ items }) => (items.length > 0 ? <Open items={items} changed={invitations.again} /> : <p className="text-muted">{t("none")}</p>)}
        </Answered>
      </Panel>
    </>
  );
}

function Invite({ made }: { made: () => void }) {
  const { busy, run } = useCommand();
  const [note, setNote] = useState("");
  const [code, setCode] = useState<string>();
  const invite = async (event: FormEvent) => {
    event.preventDefault();
    const invitation = await run((api) => api.POST("/api/v1/invitations", { body: { note: note.trim() || null, days: 7 } }));
    if (!invitation) return;
    setCode(invitation.code);
    setNote("");
    made();
  };
  return (
    <Panel title={t("invite")}>
      <form className="flex flex-col gap-3" onSubmit={(event) => void invite(event)}>
        <TextField label={t("note")} hint={t("noteHint")} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        <Button type="submit" variant="primary" className="self-start" busy={busy}>
          {t("make")}
        </Button>
        {code && (
          <div className="flex flex-col gap-2">
            <p>{t("codeHint", { address: `${location.origin}/sign-up` })}</p>
            <Copied text={code} label={t("code")} />
          </div>
        )}
      </form>
    </Panel>
  );
}

function Open({ items, changed }: { items: Invitation[]; changed: () => void }) {
  const { run } = useCommand();
  const revoke = async (id: string) => {
    const revoked = await run((api) => api.DELETE("/api/v1/invitations/{id}", { params: { path: { id } } }));
    if (revoked) notify({ text: t("revoked") });
    changed();
  };
  return (
    <List label={t("open")}>
      {items.map(({ id, note, used_at, created_at, expires_at }) => (
        <Row
          key={id}
          leading={<Icon name="user-plus" className="text-muted size-5" />}
          trailing={!used_at && <IconButton icon="trash-2" label={t("revoke", { note: note ?? "" })} onClick={() => void revoke(id)} />}
        >
          <p className="flex flex-wrap items-center gap-x-2">
            {note ?? t("nameless")} {used_at && <Badge tone="good">{t("used")}</Badge>}
          </p>
          <p className="text-muted text-sm">{t("facts", { made: formatMoment(created_at), until: formatMoment(expires_at) })}</p>
        </Row>
      ))}
    </List>
  );
}
