package org.sekisho.loginhistory.event;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenFactors;
import org.sekisho.historyseal.UuidV7;
import org.sekisho.loginhistory.record.Device;
import org.sekisho.loginhistory.record.LoginRecord;
import org.sekisho.loginhistory.record.RecordKind;

/** A record under construction. */
final class Draft {

  private final String realmId;
  private final long at;
  private RecordKind kind;
  private String userKey;
  private String userId;
  private String address;
  private Device device = Device.UNKNOWN;
  private String application;
  private String protocol;
  private String factors;
  private String certificate;
  private String failedFactor;
  private String reason;
  private String reference;
  private String rule;
  private String zone;
  private String sessionId;

  Draft(String realmId, long at) {
    this.realmId = realmId;
    this.at = at;
  }

  Draft kind(RecordKind is) {
    kind = is;
    return this;
  }

  Draft user(String key, String id) {
    userKey = key;
    userId = id;
    return this;
  }

  Draft from(String where, Device with) {
    address = where;
    device = with;
    return this;
  }

  Draft to(String clientId, String by) {
    application = clientId;
    protocol = by;
    return this;
  }

  Draft session(String id) {
    sessionId = id;
    return this;
  }

  Draft factors(ProvenFactors proven) {
    Set<Factor> names = EnumSet.noneOf(Factor.class);
    for (Factor factor : Factor.values()) {
      if (proven.contains(factor)) {
        names.add(factor);
      }
    }
    factors = LoginRecord.factors(names);
    return this;
  }

  Draft certificate(String serial) {
    certificate = serial;
    return this;
  }

  Draft failedFactor(String name) {
    failedFactor = name;
    return this;
  }

  Draft reason(String code) {
    reason = code;
    return this;
  }

  Draft reference(String number) {
    reference = number;
    return this;
  }

  Draft rule(String policy, String ofZone) {
    rule = policy;
    zone = ofZone;
    return this;
  }

  LoginRecord build() {
    return new LoginRecord(
        UuidV7.next(),
        realmId,
        at,
        kind,
        userKey,
        userId,
        address,
        device,
        application,
        protocol,
        factors,
        failedFactor,
        reason,
        reference,
        rule,
        zone,
        sessionId,
        certificate);
  }
}
