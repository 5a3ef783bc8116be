import { KeyIcon } from "@patternfly/react-icons";
import type { ReactNode } from "react";
import type { Security } from "../../api/portal";
import { daysUntil } from "../../format/time";
import { useTexts } from "../../i18n/Texts";
import { ACTIONS } from "./actions";
import { ActionButton, Item } from "./Item";
import { State } from "./State";

/** From this many days before its end on, the sign-in pages warn, too. */
const WARNING_DAYS = 14;

export function PasswordItem(props: { readonly password: Security["password"] }): ReactNode {
  const { t, times } = useTexts();
  const changedAt = props.password?.changedAt ?? null;
  return (
    <Item
      icon={KeyIcon}
      title={t("password.title")}
      action={
        <ActionButton
          action={ACTIONS.password}
          label={t("password.change")}
          name={t("password.change.name")}
        />
      }
    >
      <p>
        {changedAt === null
          ? t("password.changedUnknown")
          : t("password.changedAt", { at: times.dateTime(changedAt) })}
      </p>
      <Expiry expiresAt={props.password?.expiresAt ?? null} />
    </Item>
  );
}

function Expiry(props: { readonly expiresAt: number | null }): ReactNode {
  const { t, times } = useTexts();
  if (props.expiresAt === null) {
    return <p>{t("password.noExpiry")}</p>;
  }
  const days = daysUntil(props.expiresAt, Date.now());
  if (days < 0) {
    return <State tone="bad" text={t("password.expired")} />;
  }
  const text =
    days === 0
      ? t("password.expiresToday")
      : t("password.expiresIn", { days, date: times.date(props.expiresAt) });
  return <State tone={days <= WARNING_DAYS ? "warning" : "plain"} text={text} />;
}
