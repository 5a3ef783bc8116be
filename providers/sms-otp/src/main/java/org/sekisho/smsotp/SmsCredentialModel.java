package org.sekisho.smsotp;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;
import org.sekisho.core.SetUpFactors;

/** A mobile phone whose possession was proven by a code. */
public final class SmsCredentialModel extends CredentialModel {

  public static final String TYPE = SetUpFactors.SMS_CREDENTIAL;

  private static final long serialVersionUID = 1L;

  private final transient PhoneNumber number;

  private SmsCredentialModel(PhoneNumber number) {
    this.number = number;
    setType(TYPE);
  }

  static SmsCredentialModel of(PhoneNumber number, long createdMillis) {
    SmsCredentialModel model = new SmsCredentialModel(number);
    model.setUserLabel(number.masked());
    model.setCreatedDate(createdMillis);
    model.setSecretData("{}");
    model.setCredentialData(write(new Data(number.e164())));
    return model;
  }

  static SmsCredentialModel from(CredentialModel stored) {
    SmsCredentialModel model = new SmsCredentialModel(new PhoneNumber(read(stored).number()));
    model.setId(stored.getId());
    // Whatever label was stored: what is shown is the number, and masked.
    model.setUserLabel(model.number().masked());
    model.setCreatedDate(stored.getCreatedDate());
    model.setSecretData(stored.getSecretData());
    model.setCredentialData(stored.getCredentialData());
    return model;
  }

  PhoneNumber number() {
    return number;
  }

  private static String write(Data data) {
    try {
      return JsonSerialization.writeValueAsString(data);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Data read(CredentialModel stored) {
    try {
      return JsonSerialization.readValue(stored.getCredentialData(), Data.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The stored form. */
  record Data(String number) {}
}
