import { useCommand } from "../../life/command";
import { useLife } from "../../life/hooks";

/** Whose words they are: what comes from outside is never taken for the person's own. */
interface Bring {
  own: boolean;
}

/**
 * Brings texts in. Each resolves to whether the server has taken it; what becomes of it is pulled. `onTaken` is told the
 * id of a text's source, or of a file's or page's import.
 */
export function useBringIn(onTaken?: (id: string) => void) {
  const { sync } = useLife();
  const { busy, run } = useCommand();
  const told = async (taking: Promise<{ id: string } | undefined>): Promise<boolean> => {
    const taken = await taking;
    if (taken) onTaken?.(taken.id);
    sync.nudge();
    return taken !== undefined;
  };
  return {
    busy,
    files: async (files: readonly File[], { own }: Bring): Promise<boolean> => {
      const taken: boolean[] = [];
      for (const file of files) {
        const query = { name: file.name, own };
        const headers = { "Content-Type": "application/octet-stream" };
        // a file is sent as it is: the generated type knows bytes only as text
        taken.push(await told(run((api) => api.POST("/api/v1/sources/import", { params: { query }, body: "", bodySerializer: () => file, headers }))));
      }
      return taken.every(Boolean);
    },
    page: (url: string) => told(run((api) => api.POST("/api/v1/sources/fetch", { body: { url } }))),
    text: (text: string, title: string, { own }: Bring) =>
      told(run((api) => api.POST("/api/v1/sources", { body: { text, title: title || null, own, format: "markdown" } }))),
  };
}
