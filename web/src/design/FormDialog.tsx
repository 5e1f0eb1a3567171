import { type ReactNode, useId } from "react";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { t } from "./texts";

interface Props {
  title: string;
  /** What sends the form. */
  submit: string;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
  busy?: boolean;
  disabled?: boolean;
  /** What else can be done with what is in the form; leaving it, where nothing is said. */
  other?: ReactNode;
}

/** A dialog that is filled in and sent, by Enter too. */
export function FormDialog({ title, submit, onSubmit, onClose, children, busy = false, disabled = false, other }: Props) {
  const form = useId();
  const actions = (
    <>
      {other ?? <Button onClick={onClose}>{t("cancel")}</Button>}
      <Button variant="primary" type="submit" form={form} busy={busy} disabled={disabled}>
        {submit}
      </Button>
    </>
  );
  return (
    <Dialog open title={title} onClose={onClose} actions={actions}>
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
        className="flex flex-col gap-3"
      >
        {children}
      </form>
    </Dialog>
  );
}
