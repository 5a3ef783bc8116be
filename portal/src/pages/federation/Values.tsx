import { Button } from "@patternfly/react-core";
import { useState, type ReactNode } from "react";
import { useTexts } from "../../i18n/Texts";

/** A value that is entered elsewhere, by the name that it has there. */
export interface Value {
  readonly name: string;
  readonly value: string;
}

/** Values to be copied one by one. */
export function Values(props: { readonly values: readonly Value[] }): ReactNode {
  return (
    <dl className="sk-values">
      {props.values.map((each) => (
        <div key={each.name} className="sk-value">
          <dt>{each.name}</dt>
          <dd>
            <span className="sk-value-text" translate="no">
              {each.value}
            </span>
            <Copy value={each} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Copy(props: { readonly value: Value }): ReactNode {
  const { t } = useTexts();
  const { name, value } = props.value;
  const [result, setResult] = useState<"federation.copied" | "federation.copyFailed" | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setResult("federation.copied");
    } catch {
      setResult("federation.copyFailed");
    }
  };
  return (
    <span className="sk-value-copy">
      <Button
        variant="secondary"
        size="sm"
        aria-label={t("federation.copy.name", { name })}
        onClick={() => void copy()}
      >
        {t("federation.copy")}
      </Button>
      <span role="status">{result !== null && t(result)}</span>
    </span>
  );
}
