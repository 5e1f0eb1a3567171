import { useState } from "react";
import { Dialog, List, Menu, type MenuItem, Row } from "../../../design";
import { newId } from "../../../device/ids";
import { statusName } from "../../../i18n/words";
import { useAct, useRecords } from "../../../life/hooks";
import { ProjectDot } from "../row/Meta";
import type { Project } from "../task";
import { ProjectForm } from "./ProjectForm";
import { t } from "./texts";

/** All projects: new ones, their names and colours, and which of them are worked on. */
export default function ProjectsDialog({ onClose }: { onClose: () => void }) {
  const projects = useRecords({ kind: "project" });
  const act = useAct();
  const ordered = projects?.toSorted((a, b) => rankOf(a) - rankOf(b) || a.title.localeCompare(b.title));
  return (
    <Dialog open title={t("projects")} onClose={onClose}>
      <ProjectForm
        label={t("new")}
        submit={t("add")}
        onSubmit={(fields) => void act("projects.create", { ...fields, id: newId() }, t("added", { title: fields.title }))}
      />
      {ordered?.length === 0 && <p className="text-muted">{t("none")}</p>}
      <List label={t("projects")}>{ordered?.map((project) => <ProjectLine key={project.id} project={project} />)}</List>
    </Dialog>
  );
}

function rankOf({ status }: Project): number {
  return status === "active" ? 0 : 1;
}

function ProjectLine({ project }: { project: Project }) {
  const act = useAct();
  const [editing, setEditing] = useState(false);
  const { id, title, color, status } = project;
  if (editing) {
    return (
      <Row>
        <ProjectForm
          label={t("title")}
          start={{ title, color }}
          submit={t("save")}
          onCancel={() => setEditing(false)}
          onSubmit={(fields) => {
            setEditing(false);
            void act("projects.update", { ...fields, id }, t("changed", { title: fields.title }));
          }}
        />
      </Row>
    );
  }
  return (
    <Row leading={<ProjectDot color={color} />} trailing={<ProjectMenu project={project} edit={() => setEditing(true)} />}>
      {title}
      {status !== "active" && <span className="text-muted ml-2 text-sm">{statusName("project", status)}</span>}
    </Row>
  );
}

function ProjectMenu({ project: { id, title, status }, edit }: { project: Project; edit: () => void }) {
  const act = useAct();
  const become = (next: Project["status"]) =>
    void act("projects.update", { id, status: next }, t("statusSet", { title, status: statusName("project", next) }));
  const states: (MenuItem & { status: Project["status"] })[] = [
    { status: "active", label: t("activate"), icon: "circle-play", onSelect: () => become("active") },
    { status: "paused", label: t("pause"), icon: "circle-pause", onSelect: () => become("paused") },
    { status: "done", label: t("finish"), icon: "check", onSelect: () => become("done") },
    { status: "archived", label: t("archive"), icon: "archive", onSelect: () => become("archived") },
  ];
  const items: MenuItem[] = [
    { label: t("edit"), icon: "pencil", onSelect: edit },
    ...states.filter((item) => item.status !== status),
    { label: t("remove"), icon: "trash-2", danger: true, onSelect: () => void act("projects.delete", { id }, t("removed", { title })) },
  ];
  return <Menu label={t("more", { title })} items={items} />;
}
