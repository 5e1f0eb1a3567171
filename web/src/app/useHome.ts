import { useLiveQuery } from "dexie-react-hooks";
import { currentZone, liveIn } from "../i18n/days";
import { useLife } from "../life/hooks";

interface Home {
  /** Whether anybody lives here: signed in, or with anything on the device. */
  lived: boolean;
  zone: string;
}

/** Who the app is for, undefined until it is read. From then on days and times are meant in their zone. */
export function useHome(): Home | undefined {
  const { sessions, device, view } = useLife();
  return useLiveQuery(async () => {
    const { bundles, acts } = device.db;
    const [session, someRecords, someActs] = await Promise.all([sessions.current(), bundles.limit(1).count(), acts.limit(1).count()]);
    const [profile] = await view.records({ kind: "profile", limit: 1 });
    if (profile) liveIn(profile.timezone);
    return { lived: Boolean(session) || someRecords + someActs > 0, zone: currentZone() };
  }, [sessions, device, view]);
}
