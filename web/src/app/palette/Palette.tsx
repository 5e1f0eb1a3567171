/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a combobox as ARIA describes it: no tag lets the focus stay in a field while a list is chosen from */
import { type KeyboardEvent, useId, useState } from "react";
import { useLocation } from "wouter";
import { Dialog, Icon, TextField } from "../../design";
import { pathOf } from "../../features/history";
import { KIND_ICONS } from "../../features/search";
import { kindName } from "../../i18n/words";
import { type SearchHit, useSearch } from "../../worker";
import { t as shell } from "../shell/texts";
import { commands, matching, type Offer } from "./commands";
import { t } from "./texts";

const MOST = 12;

/** Finds records, goes to places and does what can be done from anywhere, by a few letters. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const [, go] = useLocation();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const list = useId();
  const { hits } = useSearch(text, { limit: MOST });
  const everything: Offer = { key: "all", icon: "search", label: t("searchAll", { text }), about: "", run: () => go(`/search?q=${encodeURIComponent(text)}`) };
  const offers = [...matching(commands(go), text), ...hits.map((hit) => offerOf(hit, go)), ...(text.trim() ? [everything] : [])];
  const chosen = Math.min(at, offers.length - 1);
  const take = (offer: Offer | undefined): void => {
    if (!offer) return;
    onClose();
    offer.run();
  };
  const pressed = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((chosen + step + offers.length) % offers.length);
    else if (event.key === "Enter") take(offers[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog open title={shell("keyFind")} onClose={onClose}>
      <TextField
        label={shell("keyFind")}
        hideLabel
        placeholder={t("findPlaceholder")}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={pressed}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={`${list}-${chosen}`}
        aria-autocomplete="list"
        autoComplete="off"
        enterKeyHint="go"
      />
      <div id={list} role="listbox" aria-label={shell("keyFind")} className="-mx-2 flex flex-col">
        {offers.map((offer, place) => (
          <Line key={offer.key} id={`${list}-${place}`} offer={offer} chosen={place === chosen} take={() => take(offer)} />
        ))}
      </div>
    </Dialog>
  );
}

interface LineProps {
  id: string;
  offer: Offer;
  chosen: boolean;
  take: () => void;
}

function Line({ id, offer: { icon, label, about }, chosen, take }: LineProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the focus stays in the field, whose keys choose
    <div
      id={id}
      ref={(line) => (chosen ? line?.scrollIntoView({ block: "nearest" }) : undefined)}
      role="option"
      aria-selected={chosen}
      onClick={take}
      className="rounded-control hover:bg-sunken aria-selected:bg-accent-soft aria-selected:text-accent-ink flex min-h-10 cursor-pointer items-center gap-3 px-2.5 pointer-coarse:min-h-11"
    >
      <Icon name={icon} />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      <span className="text-muted text-sm">{about}</span>
    </div>
  );
}

function offerOf({ kind, id, title, snippet }: SearchHit, go: (path: string) => void): Offer {
  return { key: id, icon: KIND_ICONS[kind], label: title.text || snippet.text, about: kindName(kind), run: () => go(pathOf(kind, id, undefined)) };
}
