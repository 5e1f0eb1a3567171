import { Button, Dialog } from "../../../design";
import { useRecords } from "../../../life/hooks";
import { ProjectDot } from "../row/Meta";
import { t } from "./texts";

interface Props {
  title: string;
  value?: string | null | undefined;
  onPick: (projectId: string | null) => void;
  onClose: () => void;
}

export function ProjectDialog({ title, value, onPick, onClose }: Props) {
  const projects = useRecords({ kind: "project", open: true })?.toSorted((a, b) => a.title.localeCompare(b.title));
  const pick = (id: string | null) => {
    onClose();
    onPick(id);
  };
  return (
    <Dialog open title={title} onClose={onClose}>
      {projects?.length === 0 && <p className="text-muted">{t("noProjects")}</p>}
      <div className="flex flex-col gap-2">
        {projects?.map((project) => (
          <Button key={project.id} aria-pressed={project.id === value} onClick={() => pick(project.id)} className="justify-start">
            <ProjectDot color={project.color} />
            {project.title}
          </Button>
        ))}
        <Button variant="quiet" onClick={() => pick(null)}>
          {t("noProject")}
        </Button>
      </div>
    </Dialog>
  );
}
