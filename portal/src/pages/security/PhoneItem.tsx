import { MobileAltIcon } from "@patternfly/react-icons";
import type { ReactNode } from "react";
import type { Security } from "../../api/portal";
import { useTexts } from "../../i18n/Texts";
import { ACTIONS } from "./actions";
import { ActionButton, Item } from "./Item";

export function PhoneItem(props: { readonly phone: Security["phone"] }): ReactNode {
  const { t, times } = useTexts();
  const { phone } = props;
  return (
    <Item
      icon={MobileAltIcon}
      title={t("phone.title")}
      text={t("phone.text")}
      action={
        <ActionButton
          action={ACTIONS.phone}
          label={t(phone === null ? "phone.register" : "phone.change")}
          name={t(phone === null ? "phone.register.name" : "phone.change.name")}
        />
      }
    >
      {phone === null ? (
        <p>{t("phone.none")}</p>
      ) : (
        <p>
          <strong className="sk-number">{phone.masked}</strong>
          {phone.registeredAt !== null && (
            <span className="sk-item-more">
              {t("security.registeredAt", { at: times.date(phone.registeredAt) })}
            </span>
          )}
        </p>
      )}
    </Item>
  );
}
