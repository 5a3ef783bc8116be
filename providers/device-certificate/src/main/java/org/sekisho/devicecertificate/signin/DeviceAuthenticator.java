package org.sekisho.devicecertificate.signin;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.core.LoginRules;
import org.sekisho.core.LoginRules.DeviceQuestion;
import org.sekisho.core.ProvenDevice;
import org.sekisho.core.ReferenceNumber;
import org.sekisho.core.RequestReference;
import org.sekisho.core.StatelessAuthenticator;
import org.sekisho.devicecertificate.DeviceCertificates;
import org.sekisho.devicecertificate.DeviceConfig;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.Devices;
import org.sekisho.devicecertificate.handback.Check;
import org.sekisho.devicecertificate.handback.Handback;
import org.sekisho.devicecertificate.handback.HostLabels;
import org.sekisho.devicecertificate.handback.Listeners;
import org.sekisho.devicecertificate.handback.Outcome;
import org.sekisho.devicecertificate.handback.SameBrowser;
import org.sekisho.devicecertificate.handback.Ticket;
import org.sekisho.devicecertificate.platform.SessionPlatform;
import org.sekisho.network.ClientAddress;

/**
 * Between user ID and password: sends the browser to the listener, which asks for a certificate,
 * and takes what the listener hands back. Whoever has no enrolled device of the user never sees
 * where a password is typed.
 */
public final class DeviceAuthenticator extends StatelessAuthenticator {

  static final String TICKET = "ticket";

  private static final String CHECK_NOTE = "sekisho.device.check";
  private static final String PAGE = "sekisho-device.ftl";

  public DeviceAuthenticator() {
    super(
        "sekisho-device-certificate",
        "Sekisho device certificate",
        "Asks for the certificate of an enrolled device where the login policy asks for one.");
  }

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    DeviceQuestion question = question(context);
    boolean off = config(context).isEmpty();
    if (question == DeviceQuestion.NOT_ASKED || (question == DeviceQuestion.WELCOME && off)) {
      context.success();
    } else if (off) {
      fail(context, DeviceFault.OFF);
    } else {
      ask(context, HostLabels.usual(context.getRealm().getName()));
    }
  }

  @Override
  public void action(AuthenticationFlowContext context) {
    String name = context.getUriInfo().getQueryParameters().getFirst(TICKET);
    if (name == null && config(context).isPresent()) {
      // "Try again": the browser remembers its choice for the host that it was asked at before.
      ask(context, HostLabels.fresh(context.getRealm().getName()));
      return;
    }
    Verdict verdict =
        redeem(context, name)
            .map(ticket -> judge(context, ticket))
            .orElse(new Verdict(DeviceFault.STALE, Optional.empty()));
    if (verdict.device().isPresent()) {
      accept(context, verdict.device().get());
    } else if (question(context) == DeviceQuestion.WELCOME) {
      context.success();
    } else {
      fail(context, verdict.fault());
    }
  }

  /**
   * What a ticket says here.
   *
   * @param fault why it opens nothing; null where it does
   */
  private record Verdict(DeviceFault fault, Optional<DeviceEntity> device) {}

  private static Verdict judge(AuthenticationFlowContext context, Ticket ticket) {
    if (ticket.outcome() != Outcome.VALID) {
      return new Verdict(DeviceFault.of(ticket.outcome()), Optional.empty());
    }
    UserModel user = user(context);
    Optional<DeviceEntity> device =
        new Devices(context.getSession(), context.getRealm())
            .byId(ticket.deviceId())
            .filter(found -> found.isUsable(Time.currentTimeMillis()));
    if (device.isEmpty()) {
      return new Verdict(DeviceFault.REVOKED, Optional.empty());
    }
    boolean own = user != null && device.get().userId.equals(user.getId());
    return own ? new Verdict(null, device) : new Verdict(DeviceFault.NOT_OWN, Optional.empty());
  }

  private static Optional<Ticket> redeem(AuthenticationFlowContext context, String name) {
    AuthenticationSessionModel signIn = context.getAuthenticationSession();
    String asked = signIn.getAuthNote(CHECK_NOTE);
    signIn.removeAuthNote(CHECK_NOTE);
    return new Handback(context.getSession())
        .redeem(name)
        .filter(ticket -> ticket.check().equals(asked))
        .filter(ticket -> SameBrowser.address(ticket.address(), address(context)))
        .filter(ticket -> ticket.agent().equals(agent(context)));
  }

  private static void ask(AuthenticationFlowContext context, String label) {
    String goesOn = context.getActionUrl(context.generateAccessCode()).toString();
    String check =
        new Handback(context.getSession())
            .ask(
                new Check(
                    context.getRealm().getId(),
                    Check.Purpose.SIGN_IN,
                    goesOn,
                    address(context),
                    agent(context)));
    context.getAuthenticationSession().setAuthNote(CHECK_NOTE, check);
    context.forceChallenge(
        Response.seeOther(Listeners.check(config(context).orElseThrow(), label, check)).build());
  }

  private static Optional<DeviceConfig> config(AuthenticationFlowContext context) {
    return DeviceCertificates.of(context.getSession()).config();
  }

  private static void accept(AuthenticationFlowContext context, DeviceEntity device) {
    new ProvenDevice(device.id, device.serial, device.userId)
        .noteIn(context.getAuthenticationSession());
    SessionPlatform.note(context.getAuthenticationSession(), userAgent(context));
    context.getEvent().detail("device_certificate", device.serial);
    context.success();
  }

  private static void fail(AuthenticationFlowContext context, DeviceFault fault) {
    UserModel user = user(context);
    if (user != null) {
      // Written for the user's own history; the page does not tell.
      context.getEvent().user(user);
    }
    String reference = RequestReference.of(context.getSession()).value();
    context.getEvent().detail(ReferenceNumber.EVENT_DETAIL, reference).error(fault.event());
    context.failureChallenge(
        AuthenticationFlowError.INVALID_CREDENTIALS,
        context
            .form()
            .setAttribute("fault", fault.text())
            .setAttribute("referenceNumber", reference)
            .setAttribute("userId", String.valueOf(typed(context)))
            .createForm(PAGE));
  }

  private static DeviceQuestion question(AuthenticationFlowContext context) {
    return context
        .getSession()
        .getProvider(LoginRules.class)
        .asksDevice(context.getAuthenticationSession(), typed(context));
  }

  private static UserModel user(AuthenticationFlowContext context) {
    String typed = typed(context);
    return context.getUser() != null || typed == null
        ? context.getUser()
        : KeycloakModelUtils.findUserByNameOrEmail(context.getSession(), context.getRealm(), typed);
  }

  private static String typed(AuthenticationFlowContext context) {
    return context
        .getAuthenticationSession()
        .getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);
  }

  private static String address(AuthenticationFlowContext context) {
    return ClientAddress.text(context.getConnection());
  }

  private static String agent(AuthenticationFlowContext context) {
    return SameBrowser.agent(userAgent(context));
  }

  private static String userAgent(AuthenticationFlowContext context) {
    return context.getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.USER_AGENT);
  }
}
