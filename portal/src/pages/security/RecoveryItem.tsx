import { ListOlIcon } from "@patternfly/react-icons";
import type { ReactNode } from "react";
import type { Security } from "../../api/portal";
import { useTexts } from "../../i18n/Texts";
import { ACTIONS, deletion } from "./actions";
import { ActionButton, Item } from "./Item";
import { State } from "./State";

/** So many codes are soon used up. */
const FEW = 3;

export function RecoveryItem(props: { readonly codes: Security["recoveryCodes"] }): ReactNode {
  const { t, times } = useTexts();
  const { codes } = props;
  const present = codes !== null;
  return (
    <Item
      icon={ListOlIcon}
      title={t("recovery.title")}
      text={t("recovery.text")}
      action={
        <ActionButton
          action={ACTIONS.recovery}
          label={t(present ? "recovery.renew" : "recovery.create")}
          name={t(present ? "recovery.renew.name" : "recovery.create.name")}
        />
      }
    >
      {codes === null ? (
        <p>{t("recovery.none")}</p>
      ) : (
        <>
          <p>
            <strong>
              {t("recovery.remaining", { remaining: codes.remaining, total: codes.total })}
            </strong>
            {codes.createdAt !== null && (
              <span className="sk-item-more">
                {t("security.createdAt", { at: times.date(codes.createdAt) })}
              </span>
            )}
          </p>
          {codes.remaining <= FEW && <State tone="warning" text={t("recovery.few")} />}
          <p className="sk-weak">{t("recovery.renewHint")}</p>
          {codes.id ? (
            <ActionButton
              action={deletion(codes.id)}
              label={t("security.remove")}
              name={t("recovery.remove.name")}
              variant="link"
            />
          ) : null}
        </>
      )}
    </Item>
  );
}
