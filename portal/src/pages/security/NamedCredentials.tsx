import { FingerprintIcon, QrcodeIcon } from "@patternfly/react-icons";
import type { ComponentType, ReactNode } from "react";
import type { NamedCredential } from "../../api/portal";
import { useTexts } from "../../i18n/Texts";
import { ACTIONS, deletion } from "./actions";
import { ActionButton, Item } from "./Item";

const KINDS = {
  totp: { icon: QrcodeIcon, action: ACTIONS.totp },
  passkeys: { icon: FingerprintIcon, action: ACTIONS.passkey },
} as const satisfies Readonly<
  Record<string, { readonly icon: ComponentType; readonly action: string }>
>;

/** Authenticator apps or passkeys: of both a user can have several. */
export function NamedCredentials(props: {
  readonly kind: keyof typeof KINDS;
  readonly credentials: readonly NamedCredential[];
}): ReactNode {
  const { t } = useTexts();
  const { kind, credentials } = props;
  return (
    <Item
      icon={KINDS[kind].icon}
      title={t(`${kind}.title`)}
      text={t(`${kind}.text`)}
      action={
        <ActionButton
          action={KINDS[kind].action}
          label={t(`${kind}.add`)}
          name={t(`${kind}.add.name`)}
        />
      }
    >
      {credentials.length === 0 ? (
        <p>{t(`${kind}.none`)}</p>
      ) : (
        <ul className="sk-credentials">
          {credentials.map((credential) => (
            <Credential key={credential.id} credential={credential} />
          ))}
        </ul>
      )}
    </Item>
  );
}

function Credential(props: { readonly credential: NamedCredential }): ReactNode {
  const { t, times } = useTexts();
  const { id, label, createdAt } = props.credential;
  const name = label || t("security.unnamed");
  return (
    <li>
      <span>
        <strong>{name}</strong>
        {typeof createdAt === "number" && (
          <span className="sk-item-more">
            {t("security.registeredAt", { at: times.date(createdAt) })}
          </span>
        )}
      </span>
      <ActionButton
        action={deletion(id)}
        label={t("security.remove")}
        name={t("security.removeNamed", { name })}
        variant="link"
      />
    </li>
  );
}
