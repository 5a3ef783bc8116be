import { useState, type ReactNode } from "react";
import { useTexts } from "../i18n/Texts";
import { Button } from "./Button";

export function CopyButton(props: { readonly text: string; readonly label: string }): ReactNode {
  const { t } = useTexts();
  const [result, setResult] = useState<"copied" | "copy.failed" | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(props.text);
      setResult("copied");
    } catch {
      setResult("copy.failed");
    }
  };
  return (
    <span className="sk-copy">
      <Button variant="secondary" onClick={() => void copy()}>
        {props.label}
      </Button>
      <span className="sk-copy-result" role="status">
        {result !== null && t(result)}
      </span>
    </span>
  );
}
