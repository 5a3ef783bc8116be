package org.sekisho.devicecertificate.handback;

import java.net.URI;
import org.sekisho.devicecertificate.DeviceConfig;

/** Addresses of the listener. Pure. */
public final class Listeners {

  private static final int HTTPS = 443;

  private Listeners() {}

  /**
   * Where a browser brings a question.
   *
   * @param label of the host, see {@link HostLabels}
   * @param check the secret name of the question
   */
  public static URI check(DeviceConfig config, String label, String check) {
    String port = config.publicPort() == HTTPS ? "" : ":" + config.publicPort();
    return URI.create("https://" + label + "." + config.domain() + port + "/check?s=" + check);
  }
}
