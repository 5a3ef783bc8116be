import { useState, type FormEvent, type ReactNode } from "react";
import { useTexts } from "../i18n/Texts";
import { doubtOf } from "../platform";
import { Button } from "../ui/Button";
import { Note } from "../ui/Note";
import { ProblemNote } from "../ui/ProblemNote";
import { Step } from "../ui/Step";
import type { Enrolment } from "../useEnrolment";
import { ScriptHelp } from "./ScriptHelp";

const DIGITS = /^\d{6}$/;

/** Says what is going to happen. Nothing is used up before "Begin". */
export function Welcome(props: {
  readonly enrolment: Enrolment;
  readonly tenant: string;
  readonly resourceUrl: string;
  readonly hardwareOnly: boolean;
  readonly pairing: boolean;
  readonly triesLeft: number | null;
}): ReactNode {
  const { t } = useTexts();
  const { enrolment, tenant, pairing, triesLeft, hardwareOnly } = props;
  const [code, setCode] = useState("");
  const [missing, setMissing] = useState(false);
  const doubt = enrolment.platform === null ? null : doubtOf(enrolment.platform);
  const byScript = enrolment.platform?.family === "windows";
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const digits = code.normalize("NFKC").replace(/\D/g, "");
    setMissing(pairing && !DIGITS.test(digits));
    if (!pairing) {
      enrolment.begin();
    } else if (DIGITS.test(digits)) {
      enrolment.begin(digits);
    }
  };
  const fault = missing ? t("pairing.missing") : triesLeft === null ? null : t("pairing.wrong", { triesLeft });
  return (
    <Step number={1} title={t("welcome.title")} lead={t("welcome.lead", { tenant })}>
      <dl className="sk-pairs">
        <div>
          <dt>{t("welcome.device")}</dt>
          <dd>{enrolment.platform?.label || t("welcome.device.unknown")}</dd>
        </div>
      </dl>
      {doubt === "android-not-chrome" && <Note tone="warning"><p>{t(`doubt.${doubt}`)}</p></Note>}
      {hardwareOnly ? (
        <Note tone="warning" title={t("hardware.title")}>
          <p>{t(byScript ? "hardware.script" : "hardware.none")}</p>
        </Note>
      ) : (
        <form className="sk-form" onSubmit={submit} noValidate>
          {pairing && <PairingField code={code} fault={fault} onChange={setCode} />}
          {enrolment.problem !== null && <ProblemNote problem={enrolment.problem} />}
          <Button type="submit" busy={enrolment.busy === "begin"}>
            {t("welcome.begin")}
          </Button>
        </form>
      )}
      <p className="sk-weak">{t("welcome.other")}</p>
      {byScript && enrolment.link !== null && !pairing && (
        <ScriptHelp link={enrolment.link} resourceUrl={props.resourceUrl} open={hardwareOnly} />
      )}
    </Step>
  );
}

function PairingField(props: {
  readonly code: string;
  readonly fault: string | null;
  readonly onChange: (code: string) => void;
}): ReactNode {
  const { t } = useTexts();
  const { fault } = props;
  return (
    <div className="sk-field">
      <label htmlFor="pairing">{t("pairing.label")}</label>
      <p className="sk-weak" id="pairing-hint">
        {t("pairing.hint")}
      </p>
      <input
        id="pairing"
        className="sk-input sk-input--code"
        inputMode="numeric"
        autoComplete="off"
        maxLength={7}
        value={props.code}
        autoFocus
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? "pairing-hint" : "pairing-hint pairing-fault"}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {fault !== null && (
        <p className="sk-error-text" id="pairing-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
