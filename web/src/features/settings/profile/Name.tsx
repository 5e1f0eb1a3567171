import { type FormEvent, useState } from "react";
import type { components } from "../../../api/schema";
import { Button, notify, Panel, TextField } from "../../../design";
import { useServer } from "../../../life/server";
import { Answered } from "../../../life/Answered";
import { useCommand } from "../../../life/command";
import { t } from "./texts";

type Me = components["schemas"]["Me"];

export function Name() {
  const me = useServer((api) => api.GET("/api/v1/auth/me"), []);
  return (
    <Panel title={t("you")}>
      <Answered asked={me}>{(found) => <NameForm me={found} saved={me.again} />}</Answered>
    </Panel>
  );
}

function NameForm({ me, saved }: { me: Me; saved: () => void }) {
  const [name, setName] = useState(me.display_name ?? "");
  const { busy, run } = useCommand();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const body = { display_name: name.trim() || null };
    if (!(await run((api) => api.PATCH("/api/v1/auth/me", { body })))) return;
    notify({ text: t("nameSaved") });
    saved();
  };
  return (
    <form className="flex flex-col gap-3" onSubmit={(event) => void save(event)}>
      {me.email && <p className="text-muted text-sm">{t("signedInAs", { email: me.email })}</p>}
      <TextField label={t("name")} autoComplete="name" maxLength={500} value={name} onChange={(event) => setName(event.target.value)} />
      <Button type="submit" className="self-start" busy={busy} disabled={name.trim() === (me.display_name ?? "")}>
        {t("save")}
      </Button>
    </form>
  );
}
