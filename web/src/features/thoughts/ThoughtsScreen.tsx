import { useLocation, useSearch } from "wouter";
import { Page } from "../../design";
import { Feed } from "./Feed";
import { addressOf, filterIn } from "./filter";
import { Filters } from "./Filters";
import { t } from "./texts";

/** Everything captured, newest first. */
export default function ThoughtsScreen() {
  const [, go] = useLocation();
  const filter = filterIn(useSearch());
  return (
    <Page title={t("title")}>
      <Filters filter={filter} onChange={(next) => go(addressOf(next), { replace: true })} />
      <Feed key={addressOf(filter)} filter={filter} />
    </Page>
  );
}
