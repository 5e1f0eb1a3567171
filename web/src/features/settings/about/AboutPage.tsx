import { useKeyGroups } from "../../../browser/keys";
import { Button, Kbd, Panel } from "../../../design";
import { useServer } from "../../../life/server";
import { Answered } from "../../../life/Answered";
import { t } from "./texts";

export function AboutPage() {
  const health = useServer(async (api) => {
    const { data, error, response } = await api.GET("/api/v1/health");
    return { data: data ?? error, response }; // a server that is not well says so with a refusal
  }, []);
  return (
    <>
      <Panel title={t("server")}>
        <Answered asked={health}>
          {({ version, status, semantic_search }) => (
            <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
              <Fact name={t("version")} value={version} />
              <Fact name={t("state")} value={t(`state.${status}`)} />
              <Fact name={t("meaning")} value={t(semantic_search ? "on" : "off")} />
              <Fact name={t("address")} value={location.host} />
            </dl>
          )}
        </Answered>
      </Panel>
      <Panel title={t("licence")}>
        <p>{t("licenceText")}</p>
        <p className="text-muted mt-2">{t("source")}</p>
      </Panel>
      <Shortcuts />
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** The list of keys is the shell's; here is another way to it than its own key. */
function Shortcuts() {
  const list = useKeyGroups().flatMap(({ bindings }) => bindings.filter(({ keys }) => keys === "?"))[0];
  if (!list) return null;
  return (
    <Panel title={t("shortcuts")} actions={<Kbd>{list.keys}</Kbd>}>
      <Button icon="keyboard" onClick={list.run}>
        {t("shortcutsShow")}
      </Button>
    </Panel>
  );
}
