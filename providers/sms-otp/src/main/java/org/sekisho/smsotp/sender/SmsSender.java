package org.sekisho.smsotp.sender;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.keycloak.provider.Provider;

/** Sends text messages. The port to an SMS provider. */
public interface SmsSender extends Provider {

  /**
   * Hands a message to the SMS provider and waits for its receipt, never longer than the configured
   * time-outs.
   *
   * @param e164 the recipient, such as {@code +819012345678}
   * @param text the message
   * @param deliveryReports where the SMS provider may report what became of the message
   * @return the SMS provider's identifier of the message
   * @throws SmsNotSentException where the SMS provider did not clearly accept the message
   */
  String send(String e164, String text, URI deliveryReports) throws SmsNotSentException;

  /**
   * Reads a delivery report.
   *
   * @param url the address at which the report arrived, as the SMS provider knows it
   * @param form the parameters of the report
   * @param signature the signature that came with it, may be null
   * @return empty where the signature does not prove that the report comes from the SMS provider
   */
  Optional<DeliveryReport> readReport(URI url, Map<String, String> form, String signature);

  /**
   * What became of a message.
   *
   * @param status as the SMS provider names it, such as {@code delivered} or {@code undelivered}
   * @param last whether no other report follows
   */
  record DeliveryReport(String status, boolean last) {}
}
