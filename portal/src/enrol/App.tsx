import { useMemo, type ReactNode } from "react";
import { EnrolmentApi } from "./api";
import type { Environment } from "./environment";
import { useTexts, type TextKey } from "./i18n/Texts";
import { Memory } from "./memory";
import { Blocked } from "./steps/Blocked";
import { Check } from "./steps/Check";
import { Confirm } from "./steps/Confirm";
import { Done, Ended } from "./steps/Ends";
import { Import } from "./steps/Import";
import { Requested } from "./steps/Requested";
import { Save } from "./steps/Save";
import { Welcome } from "./steps/Welcome";
import { Button } from "./ui/Button";
import { ProblemNote } from "./ui/ProblemNote";
import { Step } from "./ui/Step";
import { useEnrolment, type Enrolment, type Work } from "./useEnrolment";

const WAITING: Readonly<Record<Work, TextKey>> = {
  begin: "welcome.begin.busy",
  make: "confirm.make.busy",
  "server-made": "serverMade.make.busy",
  request: "expert.request.busy",
};

/** The enrolment of a device, one step at a time. */
export function App(props: { readonly environment: Environment; readonly token: string | null }): ReactNode {
  const { t } = useTexts();
  const { environment, token } = props;
  const api = useMemo(() => new EnrolmentApi(environment.api), [environment]);
  const memory = useMemo(() => new Memory(environment.api, window.sessionStorage), [environment]);
  const enrolment = useEnrolment(api, memory, token);
  const { busy, flow } = enrolment;
  return (
    <>
      <Stage key={flow.stage.at} enrolment={enrolment} environment={environment} />
      <p className="sk-waiting" role="status">
        {busy !== null && flow.stage.at !== "starting" && t(WAITING[busy])}
      </p>
    </>
  );
}

function Stage(props: { readonly enrolment: Enrolment; readonly environment: Environment }): ReactNode {
  const { enrolment, environment } = props;
  const { stage, claim } = enrolment.flow;
  switch (stage.at) {
    case "starting":
      return <Starting enrolment={enrolment} />;
    case "blocked":
      return <Blocked enrolment={enrolment} obstacle={stage.obstacle} />;
    case "welcome":
      return (
        <Welcome
          enrolment={enrolment}
          tenant={environment.tenant}
          resourceUrl={environment.resourceUrl}
          hardwareOnly={environment.hardwareOnly}
          pairing={stage.pairing}
          triesLeft={stage.triesLeft}
        />
      );
    case "confirm":
      return claim === null ? null : <Confirm enrolment={enrolment} claim={claim} />;
    case "save":
      return <Save enrolment={enrolment} />;
    case "import":
      return <Import enrolment={enrolment} />;
    case "check":
      return <Check enrolment={enrolment} />;
    case "requested":
      return <Requested enrolment={enrolment} issued={stage.issued} />;
    case "done":
      return <Done portalUrl={environment.portalUrl} />;
    case "ended":
      return <Ended end={stage.end} portalUrl={environment.portalUrl} />;
  }
}

function Starting(props: { readonly enrolment: Enrolment }): ReactNode {
  const { t } = useTexts();
  const { problem, start } = props.enrolment;
  if (problem === null) {
    return (
      <p className="sk-starting" role="status">
        {t("loading")}
      </p>
    );
  }
  return (
    <Step title={t("welcome.title")}>
      <ProblemNote problem={problem} />
      <Button variant="secondary" onClick={start}>
        {t("retry")}
      </Button>
    </Step>
  );
}
