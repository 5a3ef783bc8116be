import { TextInput } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTexts } from "../../i18n/Texts";

const LONGEST = 60;

/** The name as it is kept; null where it is none. */
export function nameOf(text: string): string | null {
  const name = text.trim();
  return name === "" || [...name].length > LONGEST ? null : name;
}

export function NameField(props: {
  readonly id: string;
  readonly value: string;
  readonly fault: boolean;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { t } = useTexts();
  const { id, fault } = props;
  return (
    <div className="sk-field">
      <label htmlFor={id}>{t("devices.name")}</label>
      <TextInput
        id={id}
        value={props.value}
        maxLength={LONGEST}
        validated={fault ? "error" : "default"}
        aria-describedby={`${id}-hint`}
        onChange={(_event, value) => props.onChange(value)}
      />
      {fault ? (
        <p className="sk-error-text" id={`${id}-hint`} role="alert">
          {t("devices.name.fault")}
        </p>
      ) : (
        <p className="sk-weak" id={`${id}-hint`}>
          {t("devices.name.hint")}
        </p>
      )}
    </div>
  );
}
