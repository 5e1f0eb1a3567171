import { Link, useParams } from "wouter";
import { Empty, Icon, Page } from "../../design";
import { PAGES } from "./pages";
import { t } from "./texts";

/** The list of pages, and one of them: side by side where there is room, one after the other on a phone. */
export default function SettingsScreen() {
  const { page: name } = useParams<{ page?: string }>();
  const page = PAGES.find((one) => one.name === name);
  const { Content } = page ?? (name ? { Content: NoPage } : PAGES[0]);
  return (
    <Page title={t(page?.name ?? "settings")} wide>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 md:grid-cols-[14.5rem_minmax(0,44rem)]">
        <div className={name ? "hidden md:block" : ""}>
          <PageList current={name ?? PAGES[0].name} />
        </div>
        <div className={name ? "" : "hidden md:block"}>
          {name && (
            <Link href="/settings" className="text-accent-ink mb-3 inline-flex min-h-9 items-center gap-1 text-sm font-medium md:hidden">
              <Icon name="chevron-left" />
              {t("settings")}
            </Link>
          )}
          <div className="flex flex-col gap-5">
            <Content />
          </div>
        </div>
      </div>
    </Page>
  );
}

function NoPage() {
  return <Empty icon="map" title={t("noPage")} text={t("noPageText")} />;
}

function PageList({ current }: { current: string }) {
  return (
    <nav aria-label={t("settings")}>
      <ul className="divide-line rounded-panel border-line bg-surface flex flex-col divide-y border md:divide-y-0 md:border-0 md:bg-transparent">
        {PAGES.map(({ name, icon }) => (
          <li key={name}>
            <Link
              href={`/settings/${name}`}
              aria-current={name === current ? "page" : undefined}
              className="md:rounded-control hover:bg-sunken md:aria-[current]:bg-accent-soft md:aria-[current]:text-accent-ink flex min-h-12 items-center gap-3 px-4 md:min-h-9 md:px-3 md:text-sm md:font-medium"
            >
              <Icon name={icon} className="text-muted size-[1.125rem]" />
              <span className="flex-1">{t(name)}</span>
              <Icon name="chevron-right" className="text-faint size-4 md:hidden" />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
