import { useEffect, useRef, type ReactNode } from "react";
import { useTexts, type TextKey } from "../i18n/Texts";

const STEPS: readonly TextKey[] = ["steps.start", "steps.confirm", "steps.save", "steps.import", "steps.check"];

/** One step of the page: where one is, what it is about, and the step itself. The focus goes to its heading. */
export function Step(props: {
  readonly number?: 1 | 2 | 3 | 4 | 5;
  readonly title: string;
  readonly lead?: string;
  readonly children?: ReactNode;
}): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  return (
    <section className="sk-step">
      {props.number !== undefined && <Progress number={props.number} />}
      <h1 tabIndex={-1} ref={heading}>
        {props.title}
      </h1>
      {props.lead !== undefined && <p className="sk-step-lead">{props.lead}</p>}
      {props.children}
    </section>
  );
}

function Progress(props: { readonly number: number }): ReactNode {
  const { t } = useTexts();
  return (
    <div className="sk-progress">
      <ol aria-label={t("steps")}>
        {STEPS.map((step, index) => (
          <li
            key={step}
            className={index + 1 < props.number ? "sk-progress-past" : ""}
            aria-current={index + 1 === props.number ? "step" : undefined}
          >
            <span>{t(step)}</span>
          </li>
        ))}
      </ol>
      <p className="sk-weak">{t("steps.where", { step: props.number, steps: STEPS.length })}</p>
    </div>
  );
}
