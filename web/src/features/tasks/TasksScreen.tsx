import { useState } from "react";
import { fetched, IconButton, Page, Segmented } from "../../design";
import { AddTask } from "./add/AddTask";
import { SavedFilters } from "./filters/SavedFilters";
import { TasksView } from "./list/TasksView";
import { useOpenTasks } from "./open-tasks";
import { VIEWS } from "./place";
import { ProjectRail } from "./projects/ProjectRail";
import { t } from "./texts";
import { usePlace } from "./usePlace";
import { useWide } from "./useWide";

const TaskPanel = fetched(() => import("./detail/TaskPanel"));
const ProjectsDialog = fetched(() => import("./projects/ProjectsDialog"));

const VIEW_TEXTS = { list: "viewList", board: "viewBoard", upcoming: "viewUpcoming" } as const;

/** All tasks: as a list, a board, or the days to come. */
export default function TasksScreen() {
  const [place, change] = usePlace();
  const [projects, setProjects] = useState(false);
  const all = useOpenTasks();
  const wide = useWide();
  const beside = wide ? place.task : null;
  const views = VIEWS.map((value) => ({ value, label: t(VIEW_TEXTS[value]) }));
  return (
    <Page
      wide
      title={t("title")}
      actions={
        <>
          <IconButton icon="folder" label={t("projects")} onClick={() => setProjects(true)} />
          <Segmented label={t("view")} options={views} value={place.view} onChange={(view) => change({ view })} />
        </>
      }
    >
      <div className="flex items-start gap-6">
        {wide && !beside && place.view !== "board" && <ProjectRail place={place} all={all} />}
        <div className="flex min-w-0 flex-1 flex-col gap-4">
          <AddTask filter={place.filter} />
          <SavedFilters place={place} change={change} />
          <TasksView key={place.view} place={place} change={change} all={all} onOpen={wide ? (task) => change({ task }) : undefined} />
        </div>
        {beside && (
          <TaskPanel key={beside} id={beside} onClose={() => change({ task: null })} />
        )}
      </div>
      {projects && (
        <ProjectsDialog onClose={() => setProjects(false)} />
      )}
    </Page>
  );
}
