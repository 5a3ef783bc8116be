import { Button } from "@patternfly/react-core";
import { useCallback, useState, type ReactNode } from "react";
import type { OpenSession } from "../../api/sessions";
import { useTexts } from "../../i18n/Texts";
import type { TextKey } from "../../i18n/translate";
import { usePortal } from "../../portal";
import { WhenLoaded } from "../../ui/Loading";
import { Notice } from "../../ui/Notice";
import { TroubleNotice } from "../../ui/TroubleNotice";
import { useAct } from "../../ui/useAct";
import { useLoad } from "../../ui/useLoad";
import { EndOthers } from "./EndOthers";
import { SessionRow } from "./SessionRow";

/** Where the user is signed in, with a way to end it. */
export function SessionsCard(): ReactNode {
  const { t } = useTexts();
  const { sessions } = usePortal();
  const load = useLoad(useCallback((signal: AbortSignal) => sessions.list(signal), [sessions]));
  const ending = useAct();
  const [done, setDone] = useState<TextKey | null>(null);

  const end = async (work: () => Promise<void>, text: TextKey): Promise<void> => {
    setDone(null);
    if (await ending.run(work)) {
      setDone(text);
    }
    load.reload();
  };

  return (
    <section className="sk-card" aria-labelledby="sessions">
      <div className="sk-card-head">
        <h2 className="sk-card-title" id="sessions">
          {t("sessions.title")}
        </h2>
      </div>
      <p className="sk-card-lead">{t("sessions.text")}</p>
      {ending.trouble !== null && <TroubleNotice trouble={ending.trouble} />}
      {done !== null && (
        <Notice tone="success" title={t(done)} onClose={() => setDone(null)} />
      )}
      <WhenLoaded load={load} lines={4}>
        {(list) => (
          <List
            list={list}
            busy={ending.busy}
            onEnd={(id) => void end(() => sessions.end(id), "sessions.ended")}
            onEndOthers={() => void end(() => sessions.endOthers(), "sessions.endedAll")}
          />
        )}
      </WhenLoaded>
    </section>
  );
}

function List(props: {
  readonly list: readonly OpenSession[];
  readonly busy: boolean;
  readonly onEnd: (id: string) => void;
  readonly onEndOthers: () => void;
}): ReactNode {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const others = props.list.filter((session) => !session.current).length;
  return (
    <>
      <ul className="sk-sessions">
        {props.list.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            busy={props.busy}
            onEnd={() => props.onEnd(session.id)}
          />
        ))}
      </ul>
      {others === 0 ? (
        <p className="sk-weak">{t("sessions.none")}</p>
      ) : (
        <div className="sk-card-actions">
          <Button
            variant="secondary"
            isDanger
            isDisabled={props.busy}
            onClick={() => setAsking(true)}
          >
            {t("sessions.endAll")}
          </Button>
        </div>
      )}
      <EndOthers
        open={asking}
        count={others}
        onClose={() => setAsking(false)}
        onEnd={() => {
          setAsking(false);
          props.onEndOthers();
        }}
      />
    </>
  );
}
