import { Link, useParams } from "wouter";
import { Empty, Icon, Page } from "../../design";
import { PAGES } from "./pages";
import { t } from "./texts";

/** The list of pages, and one of them: side by side where there is room, one after the other where there is none. */
export default function SettingsScreen() {
  const { page: name } = useParams<{ page?: string }>();
  const page = PAGES.find((one) => one.name === name);
  const { Content } = page ?? (name ? { Content: NoPage } : PAGES[0]);
  return (
    <Page title={t(page?.name ?? "settings")} wide>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[14.5rem_minmax(0,44rem)]">
        <div className={name ? "hidden lg:block" : ""}>
          <PageList current={name ?? PAGES[0].name} />
        </div>
        <div className={name ? "" : "hidden lg:block"}>
          {name && (
            <Link href="/settings" className="text-accent-ink mb-3 inline-flex min-h-9 items-center gap-1 text-sm font-medium lg:hidden">
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
      <ul className="divide-line rounded-panel border-line bg-surface flex flex-col divide-y border lg:divide-y-0 lg:border-0 lg:bg-transparent">
        {PAGES.map(({ name, icon }) => (
          <li key={name}>
            <Link
              href={`/settings/${name}`}
              aria-current={name === current ? "page" : undefined}
              className="lg:rounded-control hover:bg-sunken lg:aria-[current]:bg-accent-soft lg:aria-[current]:text-accent-ink flex min-h-12 items-center gap-3 px-4 lg:min-h-9 lg:px-3 lg:text-sm lg:font-medium"
            >
              <Icon name={icon} className="text-muted size-[1.125rem]" />
              <span className="flex-1">{t(name)}</span>
              <Icon name="chevron-right" className="text-faint size-4 lg:hidden" />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
