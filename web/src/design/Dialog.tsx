import { type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { Button, IconButton } from "./Button";
import { t } from "./texts";
import { raise } from "./topmost";

interface Props {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}

/** Asks for one thing above the page; Escape, the cross and a press beside it close it, and the focus goes back. */
export function Dialog({ open, ...rest }: Props) {
  return open ? <OpenDialog {...rest} /> : null;
}

function OpenDialog({ onClose, title, children, actions }: Omit<Props, "open">) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (!shown) return undefined;
    shown.showModal();
    shown.querySelector<HTMLElement>("input, textarea, select")?.focus();
    const lower = raise(shown);
    return () => {
      lower();
      shown.close();
    };
  }, []);
  const beside = (event: MouseEvent) => event.target === dialog.current && onClose();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- Escape is the key for it
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onClick={beside}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className="dialog"
    >
      <div className="flex max-h-[inherit] flex-col">
        <header className="flex items-center justify-between gap-2 py-2 pr-2 pl-4">
          <h2 id={heading} className="text-lg font-semibold">
            {title}
          </h2>
          <IconButton icon="x" label={t("close")} onClick={onClose} />
        </header>
        <div className="flex flex-col gap-3 overflow-y-auto px-4 pt-1 pb-4">{children}</div>
        {actions && <footer className="border-line flex flex-wrap justify-end gap-2 border-t px-4 py-3">{actions}</footer>}
      </div>
    </dialog>
  );
}

interface ConfirmProps {
  open: boolean;
  title: string;
  text: ReactNode;
  confirm: string;
  onConfirm: () => void;
  onClose: () => void;
  danger?: boolean | undefined;
}

/** Asks before what cannot be undone. */
export function Confirm({ open, title, text, confirm, onConfirm, onClose, danger = false }: ConfirmProps) {
  const sure = () => {
    onClose();
    onConfirm();
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t("cancel")}</Button>
      <Button variant={danger ? "danger" : "primary"} onClick={sure}>
        {confirm}
      </Button>
    </>
  );
  return (
    <Dialog {...{ open, title, onClose, actions }}>
      <div className="text-muted">{text}</div>
    </Dialog>
  );
}
