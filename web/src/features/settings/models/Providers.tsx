import { useState } from "react";
import type { components } from "../../../api/schema";
import { Badge, Button, Confirm, IconButton, List, notify, Panel, Row } from "../../../design";
import { useCommand } from "../../../life/command";
import { HealthLine } from "./HealthLine";
import { NewProvider } from "./NewProvider";
import { t } from "./texts";

type Schemas = components["schemas"];
type Standing = Schemas["ModelsView"];
type Provider = Schemas["ProviderView"];
type Health = Schemas["HealthView"];

/** Who can be asked, and whether they answer. */
export function Providers({ standing, changed }: { standing: Standing; changed: () => void }) {
  const [adding, add] = useState(false);
  const [health, setHealth] = useState<Health[]>();
  const { busy, run } = useCommand();
  const { providers, installed } = standing;
  const ask = async () => setHealth((await run((api) => api.GET("/api/v1/ai/health")))?.providers);
  const actions = (
    <>
      {providers.length > 0 && <Button variant="quiet" icon="refresh-cw" busy={busy} onClick={() => void ask()}>{t("test")}</Button>}
      <Button icon="plus" onClick={() => add(true)}>{t("add")}</Button>
    </>
  );
  return (
    <Panel title={t("providers")} actions={actions}>
      {!installed && <p className="text-warning-ink mb-2 text-sm">{t("notInstalled")}</p>}
      {providers.length === 0 && <p className="text-muted">{t("none")}</p>}
      {providers.length > 0 && (
        <List label={t("providers")}>
          {providers.map((provider) => (
            <ProviderRow key={provider.id ?? provider.name} provider={provider} health={health?.filter((one) => one.provider === provider.name) ?? []} changed={changed} />
          ))}
        </List>
      )}
      {adding && (
        <NewProvider
          onClose={() => add(false)}
          onAdded={() => {
            add(false);
            changed();
          }}
        />
      )}
    </Panel>
  );
}

function ProviderRow({ provider, health, changed }: { provider: Provider; health: Health[]; changed: () => void }) {
  const [asking, ask] = useState(false);
  const { run } = useCommand();
  const { id, name, host, models, key_ends, shared, at_home } = provider;
  const remove = async () => {
    if (!id) return;
    if (await run((api) => api.DELETE("/api/v1/models/providers/{id}", { params: { path: { id } } }))) notify({ text: t("removed", { name }) });
    changed();
  };
  const facts = [host, ...models, key_ends && t("keyEnds", { end: key_ends })].filter(Boolean).join(" · ");
  return (
    <Row trailing={id && <IconButton icon="trash-2" label={t("remove", { name })} onClick={() => ask(true)} />}>
      <p className="flex flex-wrap items-center gap-2">
        {name}
        {shared && <Badge>{t("shared")}</Badge>}
        {at_home && <Badge tone="good">{t("atHome")}</Badge>}
      </p>
      <p className="text-muted text-sm break-words">{facts}</p>
      {health.map((one) => (
        <HealthLine key={one.model} health={one} />
      ))}
      <Confirm open={asking} title={t("removeTitle", { name })} text={t("removeText")} confirm={t("removeNow")} danger onConfirm={() => void remove()} onClose={() => ask(false)} />
    </Row>
  );
}
