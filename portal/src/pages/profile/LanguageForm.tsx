import { Button, FormSelect, FormSelectOption } from "@patternfly/react-core";
import { useEffect, useState, type FormEvent, type ReactNode } from "react";
import { useTexts } from "../../i18n/Texts";
import { LANGUAGES, type Language } from "../../i18n/translate";
import { usePortal } from "../../portal";
import { Notice } from "../../ui/Notice";
import { TroubleNotice } from "../../ui/TroubleNotice";
import { useAct } from "../../ui/useAct";

export function LanguageForm(): ReactNode {
  const { t, language } = useTexts();
  const { account, showIn } = usePortal();
  const [chosen, setChosen] = useState<Language>(language);
  const [saved, setSaved] = useState(false);
  const saving = useAct();
  useEffect(() => setChosen(language), [language]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSaved(false);
    if (await saving.run(() => account.setLanguage(chosen))) {
      showIn(chosen);
      setSaved(true);
    }
  };

  return (
    <form className="sk-card" onSubmit={(event) => void submit(event)}>
      <div className="sk-filter sk-filter--inner">
        <div className="sk-field">
          <label htmlFor="language">{t("profile.language")}</label>
          <FormSelect
            id="language"
            value={chosen}
            aria-describedby="language-hint"
            onChange={(_event, value) => {
              setChosen(value as Language);
              setSaved(false);
            }}
          >
            {LANGUAGES.map((each) => (
              <FormSelectOption key={each} value={each} label={t(`language.${each}`)} />
            ))}
          </FormSelect>
        </div>
        <Button type="submit" variant="primary" isDisabled={saving.busy} isLoading={saving.busy}>
          {t("profile.language.change")}
        </Button>
      </div>
      <p className="sk-weak" id="language-hint">
        {t("profile.language.hint")}
      </p>
      {saving.trouble !== null && <TroubleNotice trouble={saving.trouble} />}
      {saved && <Notice tone="success" title={t("profile.language.saved")} />}
    </form>
  );
}
