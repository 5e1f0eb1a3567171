import { Button } from "./Button";
import { notify } from "./notices";
import { t } from "./texts";

interface Props {
  text: string;
  children: string;
}

/** Nothing where the browser keeps its clipboard from pages that came without TLS: the text beside it can be marked. */
export function CopyButton({ text, children }: Props) {
  if (!isSecureContext) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    notify({ text: t("copied") });
  };
  return (
    <Button icon="copy" onClick={() => void copy()}>
      {children}
    </Button>
  );
}
