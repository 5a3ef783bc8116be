package org.sekisho.smsotp;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/**
 * Has a number entered and proven by a code, at the first sign-in and at a change alike. Only then
 * does it become the user's phone.
 */
final class PhoneProof {

  private static final String NUMBER_PAGE = "sekisho-phone-number.ftl";
  private static final String NUMBER_FIELD = "phoneNumber";

  /** The number that is being proven, in E.164. */
  private static final String NUMBER_NOTE = "sekisho.sms.registering";

  /** Profile attribute with the number to use, in E.164. It is written by administrators only. */
  private static final String PRESET_ATTRIBUTE = "smsPhone";

  private final CodeScreen screen;
  private final Optional<SmsCredentialModel> present;

  PhoneProof(CodeScreen screen) {
    this.screen = screen;
    this.present = SmsCredentialProvider.phoneOf(screen.session(), screen.realm(), screen.user());
  }

  /** Shows the page that is due; a reload sends no code. */
  void open() {
    if (!followsPreset()) {
      return;
    }
    if (numberNote() == null) {
      askForNumber(null, null);
    } else {
      dialogue().open();
    }
  }

  /**
   * Takes what was typed.
   *
   * @return the number once it is proven and registered; until then the next page is set
   */
  Optional<PhoneNumber> take(MultivaluedMap<String, String> typed) {
    if (!followsPreset()) {
      return Optional.empty();
    }
    if (numberNote() == null) {
      takeNumber(typed.getFirst(NUMBER_FIELD));
      return Optional.empty();
    }
    return takeCode(typed);
  }

  /**
   * Holds the user to the number that an administrator has entered, also where it was entered in
   * the meantime. False where that number cannot receive codes; asking for another one instead
   * would hand the choice to whoever has the password.
   */
  private boolean followsPreset() {
    String preset = presetNumber();
    if (preset == null) {
      return true;
    }
    PhoneNumber.Reading reading =
        PhoneNumber.read(preset, SmsSettings.of(screen.realm()).regions());
    if (reading.refusal() != null) {
      screen.event().error("sms_preset_unusable");
      screen.showOnly(
          screen
              .form()
              .setError("sekishoPhonePresetUnusable")
              .createErrorPage(Response.Status.FORBIDDEN));
      return false;
    }
    if (!reading.number().e164().equals(numberNote())) {
      CodeDialogue.forget(screen.authSession());
      screen.authSession().setAuthNote(NUMBER_NOTE, reading.number().e164());
    }
    return true;
  }

  /**
   * The number of an administrator's choice is for those who have none; null where there is none.
   * Whoever has proven a phone may change it.
   */
  private String presetNumber() {
    String phone = screen.user().getFirstAttribute(PRESET_ATTRIBUTE);
    return present.isPresent() || phone == null || phone.isBlank() ? null : phone;
  }

  private void takeNumber(String typed) {
    if (typed == null || typed.isBlank()) {
      askForNumber(null, "sekishoPhoneMissing");
      return;
    }
    PhoneNumber.Reading reading = PhoneNumber.read(typed, SmsSettings.of(screen.realm()).regions());
    if (reading.refusal() != null) {
      askForNumber(typed, reading.refusal().messageKey);
      return;
    }
    screen.authSession().setAuthNote(NUMBER_NOTE, reading.number().e164());
    dialogue().open();
  }

  private Optional<PhoneNumber> takeCode(MultivaluedMap<String, String> typed) {
    CodeDialogue dialogue = dialogue();
    if (typed.containsKey("changeNumber") && presetNumber() == null) {
      forget();
      askForNumber(null, null);
    } else if (typed.containsKey(CodeDialogue.RESEND_FIELD)) {
      dialogue.resend();
    } else if (dialogue.accept(typed.getFirst(CodeDialogue.CODE_FIELD))) {
      PhoneNumber number = new PhoneNumber(numberNote());
      SmsCredentialProvider.register(screen.session(), screen.realm(), screen.user(), number);
      forget();
      return Optional.of(number);
    }
    return Optional.empty();
  }

  /** Else a later proof in the same browser tab would begin with this number. */
  private void forget() {
    screen.authSession().removeAuthNote(NUMBER_NOTE);
    CodeDialogue.forget(screen.authSession());
  }

  private void askForNumber(String typed, String error) {
    LoginFormsProvider form =
        screen
            .form()
            .setAttribute("presentNumber", present.map(phone -> phone.number().masked()).orElse(""))
            .setAttribute(NUMBER_FIELD, typed == null ? "" : typed);
    if (error != null) {
      form.addError(new FormMessage(NUMBER_FIELD, error));
    }
    screen.show(form.createForm(NUMBER_PAGE));
  }

  private CodeDialogue dialogue() {
    return CodeDialogue.forRegistration(
        screen, new PhoneNumber(numberNote()), presetNumber() == null);
  }

  private String numberNote() {
    return screen.authSession().getAuthNote(NUMBER_NOTE);
  }
}
