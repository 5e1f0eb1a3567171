import { type KeyboardEvent, type ToggleEvent, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { IconButton } from "./Button";
import { Icon } from "./Icon";
import type { IconName } from "./icons";

export interface MenuItem {
  label: string;
  icon?: IconName | undefined;
  onSelect: () => void;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
}

interface Props {
  label: string;
  icon?: IconName | undefined;
  items: readonly MenuItem[];
  /** The looks of a button that shows its label under the icon. */
  trigger?: string | undefined;
}

const GAP = 4;

/** Further acts behind one button. */
export function Menu({ label, icon = "ellipsis", items, trigger }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  // its items are there only while it is open: a long list has a menu in every row
  const opens = (event: ToggleEvent) => event.newState === "open" && flushSync(() => setOpen(true));
  const toggled = (event: ToggleEvent) => {
    setOpen(event.newState === "open");
    if (event.newState === "open" && button.current && list.current) {
      place(list.current, button.current.getBoundingClientRect());
      itemsOf(list.current)[0]?.focus();
    }
  };
  const opening = { popoverTarget: id, "aria-haspopup": "menu", "aria-expanded": open } as const;
  return (
    <>
      {trigger ? (
        <button ref={button} type="button" className={trigger} {...opening}>
          <Icon name={icon} className="size-[1.125rem]" />
          {label}
        </button>
      ) : (
        <IconButton ref={button} label={label} icon={icon} {...opening} />
      )}
      <div ref={list} id={id} popover="auto" role="menu" aria-label={label} tabIndex={-1} onBeforeToggle={opens} onToggle={toggled} onKeyDown={move} className="menu">
        {open && items.map((item) => (
          <Item key={item.label} {...item} close={() => list.current?.hidePopover()} />
        ))}
      </div>
    </>
  );
}

function Item({ label, icon, onSelect, danger, disabled, close }: MenuItem & { close: () => void }) {
  const select = () => {
    close();
    onSelect();
  };
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      disabled={disabled}
      onClick={select}
      className={`focus:bg-accent-soft hover:bg-sunken disabled:text-faint flex min-h-9 w-full items-center gap-2.5 rounded-md px-2.5 text-left text-sm focus:outline-none pointer-coarse:min-h-11 ${danger ? "text-danger-ink" : ""}`}
    >
      {icon && <Icon name={icon} />}
      {label}
    </button>
  );
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>("[role=menuitem]:enabled")];
}

function move(event: KeyboardEvent<HTMLDivElement>): void {
  const items = itemsOf(event.currentTarget);
  const at = items.findIndex((item) => item === document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (event.key === "Tab") event.currentTarget.hidePopover();
  if (next === undefined) return;
  event.preventDefault();
  items.at(next % items.length)?.focus();
}

/** Below its button, or above it where there is no room. */
function place(list: HTMLElement, { left, right, top, bottom }: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = list;
  const below = bottom + GAP + height <= innerHeight;
  list.style.left = `${Math.max(GAP, right - width > GAP ? right - width : left)}px`;
  list.style.top = `${Math.max(GAP, below ? bottom + GAP : top - GAP - height)}px`;
}
