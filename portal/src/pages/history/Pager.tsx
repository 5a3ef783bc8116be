import { Button } from "@patternfly/react-core";
import { AngleLeftIcon, AngleRightIcon } from "@patternfly/react-icons";
import type { ReactNode } from "react";
import type { RecordPage } from "../../api/records";
import { useTexts } from "../../i18n/Texts";
import { newer, NEWEST, older, pageNumber, type Paging } from "./paging";

/** Newest, newer, older: there are no page numbers to jump to in a history that grows. */
export function Pager(props: {
  readonly page: RecordPage;
  readonly paging: Paging;
  readonly onTurn: (paging: Paging) => void;
}): ReactNode {
  const { t } = useTexts();
  const { page, paging, onTurn } = props;
  const number = pageNumber(paging);
  const { next } = page;
  if (number === 1 && next === null && page.records.length === 0) {
    return null;
  }
  return (
    <nav className="sk-pager" aria-label={t("history.pages")}>
      <p className="sk-pager-where" role="status">
        {t("history.shown", { page: number, count: page.records.length })}
      </p>
      {(number > 1 || next !== null) && (
        <div className="sk-buttons">
          {number > 2 && (
            <Button variant="link" onClick={() => onTurn(NEWEST)}>
              {t("history.newest")}
            </Button>
          )}
          <Button
            variant="secondary"
            icon={<AngleLeftIcon />}
            isDisabled={number === 1}
            onClick={() => onTurn(newer(paging))}
          >
            {t("history.newer")}
          </Button>
          <Button
            variant="secondary"
            icon={<AngleRightIcon />}
            iconPosition="end"
            isDisabled={next === null}
            onClick={() => next !== null && onTurn(older(paging, next))}
          >
            {t("history.older")}
          </Button>
        </div>
      )}
    </nav>
  );
}
