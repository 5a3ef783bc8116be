import { useState, type ReactNode } from "react";
import { useTexts } from "../i18n/Texts";
import { messageOf } from "../pages/security/actions";
import { usePortal } from "../portal";
import { Notice } from "./Notice";

/** Says how the action ended from which the user has just come back. */
export function ActionNotice(): ReactNode {
  const { t } = useTexts();
  const { session } = usePortal();
  const [open, setOpen] = useState(true);
  if (session.actionResult === null || !open) {
    return null;
  }
  const { tone, text } = messageOf(session.actionResult);
  return <Notice tone={tone} title={t(text)} onClose={() => setOpen(false)} />;
}
