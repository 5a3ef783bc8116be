import { useState, type ReactNode } from "react";
import { useTexts } from "../i18n/Texts";
import { requestIn, toPem } from "../key/pem";
import { Button } from "../ui/Button";
import type { Enrolment } from "../useEnrolment";

/** The first byte of a DER sequence. */
const SEQUENCE = 0x30;

/** For experts: a certificate for a request that was made elsewhere. */
export function RequestForm(props: { readonly enrolment: Enrolment }): ReactNode {
  const { t } = useTexts();
  const { enrolment } = props;
  const [text, setText] = useState("");
  const [missing, setMissing] = useState(false);
  const send = (): void => {
    const request = requestIn(text);
    setMissing(request === null);
    if (request !== null) {
      enrolment.request(request);
    }
  };
  return (
    <details className="sk-expert">
      <summary>{t("expert.title")}</summary>
      <p>{t("expert.request.text")}</p>
      <div className="sk-field">
        <label htmlFor="request">{t("expert.request.label")}</label>
        <textarea
          id="request"
          className="sk-input sk-input--pem"
          rows={6}
          spellCheck={false}
          value={text}
          aria-invalid={missing}
          {...(missing ? { "aria-describedby": "request-fault" } : {})}
          onChange={(event) => setText(event.target.value)}
        />
        {missing && (
          <p className="sk-error-text" id="request-fault" role="alert">
            {t("expert.request.none")}
          </p>
        )}
      </div>
      <div className="sk-field">
        <label htmlFor="request-file">{t("expert.request.file")}</label>
        <input
          id="request-file"
          type="file"
          accept=".csr,.pem,.req,.p10,.der"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) {
              void read(file).then(setText);
            }
          }}
        />
      </div>
      <Button variant="secondary" busy={enrolment.busy === "request"} onClick={send}>
        {t("expert.request.send")}
      </Button>
    </details>
  );
}

async function read(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  return new Uint8Array(bytes)[0] === SEQUENCE
    ? toPem("CERTIFICATE REQUEST", bytes)
    : new TextDecoder().decode(bytes);
}
