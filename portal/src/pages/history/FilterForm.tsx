import { Button, FormSelect, FormSelectOption, TextInput } from "@patternfly/react-core";
import { useState, type FormEvent, type ReactNode } from "react";
import { useTexts } from "../../i18n/Texts";
import {
  faultOf,
  PERIODS,
  SHOWN_KINDS,
  type Filter,
  type FilterFault,
  type Period,
  type ShownKinds,
} from "./filter";

/** Nothing is asked before "Show" is pressed, so that no half-made choice shows a wrong list. */
export function FilterForm(props: {
  readonly filter: Filter;
  readonly onShow: (filter: Filter) => void;
}): ReactNode {
  const { t } = useTexts();
  const [draft, setDraft] = useState(props.filter);
  const [fault, setFault] = useState<FilterFault | null>(null);
  const change = (part: Partial<Filter>): void => {
    setDraft((before) => ({ ...before, ...part }));
    setFault(null);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = faultOf(draft);
    setFault(found);
    if (found === null) {
      props.onShow(draft);
    }
  };

  return (
    <form className="sk-filter" aria-label={t("history.filter")} onSubmit={submit} noValidate>
      <div className="sk-field">
        <label htmlFor="kinds">{t("history.filter.kind")}</label>
        <FormSelect
          id="kinds"
          value={draft.kinds}
          onChange={(_event, kinds) => change({ kinds: kinds as ShownKinds })}
        >
          {(Object.keys(SHOWN_KINDS) as ShownKinds[]).map((kinds) => (
            <FormSelectOption key={kinds} value={kinds} label={t(`history.filter.kind.${kinds}`)} />
          ))}
        </FormSelect>
      </div>
      <div className="sk-field">
        <label htmlFor="period">{t("history.filter.period")}</label>
        <FormSelect
          id="period"
          value={draft.period}
          onChange={(_event, period) => change({ period: period as Period })}
        >
          {PERIODS.map((period) => (
            <FormSelectOption
              key={period}
              value={period}
              label={t(`history.filter.period.${period}`)}
            />
          ))}
        </FormSelect>
      </div>
      {draft.period === "custom" && (
        <>
          <DayField name="from" filter={draft} fault={fault} onChange={change} />
          <DayField name="to" filter={draft} fault={fault} onChange={change} />
        </>
      )}
      <Button className="sk-filter-submit" type="submit" variant="primary">
        {t("history.filter.apply")}
      </Button>
      {fault !== null && (
        <p className="sk-error-text" id="filter-fault" role="alert">
          {t(fault === "order" ? "history.filter.error" : "history.filter.errorDates")}
        </p>
      )}
    </form>
  );
}

function DayField(props: {
  readonly name: "from" | "to";
  readonly filter: Filter;
  readonly fault: FilterFault | null;
  readonly onChange: (part: Partial<Filter>) => void;
}): ReactNode {
  const { t } = useTexts();
  const { name, fault } = props;
  return (
    <div className="sk-field">
      <label htmlFor={name}>{t(`history.filter.${name}`)}</label>
      <TextInput
        id={name}
        type="date"
        value={props.filter[name]}
        onChange={(_event, value) => props.onChange({ [name]: value })}
        validated={fault === null ? "default" : "error"}
        {...(fault === null ? {} : { "aria-describedby": "filter-fault" })}
      />
    </div>
  );
}
