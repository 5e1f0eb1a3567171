import { Button, IconButton } from "./Button";
import { notify } from "./notices";
import { t } from "./texts";

interface Props {
  text: string;
  /** What the button says; an icon alone where it is absent. */
  children?: string;
}

/** Nothing where the browser keeps its clipboard from pages that came without TLS: the text beside it can be marked. */
export function CopyButton({ text, children }: Props) {
  if (!isSecureContext) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    notify({ text: t("copied") });
  };
  const press = () => void copy();
  return children ? <Button icon="copy" onClick={press}>{children}</Button> : <IconButton icon="copy" label={t("copy")} onClick={press} />;
}
