import { currentZone, liveIn } from "../i18n/days";
import { useLife, useLive } from "../life/hooks";

interface Home {
  /** Whether anybody lives here: signed in, or with anything on the device. */
  lived: boolean;
  zone: string;
}

/** Who the app is for, undefined until it is read. From then on days and times are meant in their zone. */
export function useHome(): Home | undefined {
  const { sessions, device, view } = useLife();
  const lived = useLive(async () => {
    const { bundles, acts } = device.db;
    return Boolean(await sessions.current()) || (await bundles.limit(1).primaryKeys()).length > 0 || (await acts.limit(1).primaryKeys()).length > 0;
  }, [sessions, device]);
  const zone = useLive(async () => {
    const [profile] = await view.records({ kind: "profile", limit: 1 });
    if (profile) liveIn(profile.timezone);
    return currentZone();
  }, [view]);
  return lived === undefined || zone === undefined ? undefined : { lived, zone };
}
