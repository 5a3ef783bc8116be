import { useState, type ReactNode } from "react";
import { useTexts } from "../i18n/Texts";
import { messageOf } from "../pages/security/actions";
import { usePortal } from "../portal";
import { useRouter } from "../router/Router";
import { Notice } from "./Notice";

/** Says how the action ended from which the user has just come back; gone with the next page. */
export function ActionNotice(): ReactNode {
  const { t } = useTexts();
  const { session } = usePortal();
  const { visits } = useRouter();
  const [open, setOpen] = useState(true);
  if (session.actionResult === null || !open || visits > 0) {
    return null;
  }
  const { tone, text } = messageOf(session.actionResult);
  return <Notice tone={tone} title={t(text)} onClose={() => setOpen(false)} />;
}
