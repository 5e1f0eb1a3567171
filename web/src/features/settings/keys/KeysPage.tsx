import { useState } from "react";
import type { components } from "../../../api/schema";
import { Button, Confirm, Empty, Icon, List, Menu, notify, Panel, Row } from "../../../design";
import { formatAgo, formatMoment } from "../../../i18n/dates";
import { useServer } from "../../../life/server";
import { Answered } from "../../../life/Answered";
import { useCommand } from "../../../life/command";
import { NewKey } from "./NewKey";
import { presetOf } from "./presets";
import { Secret } from "./Secret";
import { t } from "./texts";

type Key = components["schemas"]["KeyView"];

export function KeysPage() {
  const keys = useServer((api) => api.GET("/api/v1/api-keys"), []);
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string>();
  const made = (key: string) => {
    setMaking(false);
    setSecret(key);
    keys.again();
  };
  const make = (
    <Button icon="plus" variant="primary" onClick={() => setMaking(true)}>
      {t("make")}
    </Button>
  );
  return (
    <>
      <p className="text-muted">{t("intro")}</p>
      <Panel title={t("keys")} actions={make}>
        <Answered asked={keys}>{({ items }) => <Keys items={items} changed={keys.again} onSecret={setSecret} />}</Answered>
      </Panel>
      <NewKey open={making} onClose={() => setMaking(false)} onMade={made} />
      <Secret secret={secret} onClose={() => setSecret(undefined)} />
    </>
  );
}

interface KeysProps {
  items: Key[];
  changed: () => void;
  onSecret: (secret: string) => void;
}

function Keys({ items, changed, onSecret }: KeysProps) {
  const { run } = useCommand();
  const [asked, setAsked] = useState<{ key: Key; act: "rotate" | "revoke" }>();
  const rotate = async ({ id }: Key) => {
    const rotated = await run((api) => api.POST("/api/v1/api-keys/{id}/rotate", { params: { path: { id } }, body: { grace_seconds: 0 } }));
    if (rotated) onSecret(rotated.key);
    changed();
  };
  const revoke = async ({ id, name }: Key) => {
    const revoked = await run((api) => api.DELETE("/api/v1/api-keys/{id}", { params: { path: { id } } }));
    if (revoked) notify({ text: t("revoked", { name }) });
    changed();
  };
  if (items.length === 0) return <Empty icon="key-round" title={t("none")} text={t("noneHint")} />;
  return (
    <>
      <List label={t("keys")}>
        {items.map((key) => (
          <KeyRow key={key.id} item={key} onAsk={(act) => setAsked({ key, act })} />
        ))}
      </List>
      <Confirm
        open={asked !== undefined}
        danger={asked?.act === "revoke"}
        title={t(asked?.act === "revoke" ? "revokeTitle" : "rotateTitle", { name: asked?.key.name ?? "" })}
        text={t(asked?.act === "revoke" ? "revokeText" : "rotateText")}
        confirm={t(asked?.act ?? "rotate")}
        onConfirm={() => asked && void (asked.act === "revoke" ? revoke(asked.key) : rotate(asked.key))}
        onClose={() => setAsked(undefined)}
      />
    </>
  );
}

function KeyRow({ item, onAsk }: { item: Key; onAsk: (act: "rotate" | "revoke") => void }) {
  const { name, scopes, last_used_at, expires_at } = item;
  const preset = presetOf(scopes);
  const used = last_used_at ? t("used", { ago: formatAgo(last_used_at) }) : t("unused");
  const until = expires_at ? t("until", { moment: formatMoment(expires_at) }) : t("endless");
  return (
    <Row
      leading={<Icon name="key-round" className="text-muted size-5" />}
      trailing={
        <Menu
          label={t("acts", { name })}
          items={[
            { label: t("rotate"), icon: "refresh-cw", onSelect: () => onAsk("rotate") },
            { label: t("revoke"), icon: "trash-2", danger: true, onSelect: () => onAsk("revoke") },
          ]}
        />
      }
    >
      <p>{name}</p>
      <p className="text-muted text-sm">{preset ? t(`preset.${preset}`) : scopes.join(", ")}</p>
      <p className="text-muted text-sm">{t("facts", { used, until })}</p>
    </Row>
  );
}
