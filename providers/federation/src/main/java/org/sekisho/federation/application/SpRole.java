package org.sekisho.federation.application;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.federation.application.SpMetadata.Fault;
import org.sekisho.federation.application.SpMetadata.RefusedException;
import org.sekisho.federation.application.SpMetadata.Signature;
import org.sekisho.federation.certificate.CertificateFacts;
import org.w3c.dom.Element;

/** The element {@code SPSSODescriptor} (SAML metadata 2.4.4). */
record SpRole(Element element) {

  private static final String BINDING = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-";

  SpMetadata toMetadata(String entityId, Long validUntil, Signature signature)
      throws RefusedException {
    List<String> acs =
        endpoints("AssertionConsumerService", "POST")
            .sorted(Comparator.comparingInt(SpRole::rank))
            .map(endpoint -> endpoint.getAttribute("Location").strip())
            .distinct()
            .toList();
    if (acs.isEmpty()) {
      throw new RefusedException(Fault.NO_POST_BINDING);
    }
    Optional<String> post = logout("POST");
    Optional<String> redirect = logout("Redirect");
    String binding = post.isPresent() ? "post" : "redirect";
    String logoutUrl = post.or(() -> redirect).orElse(null);
    return new SpMetadata(
        entityId,
        acs,
        logoutUrl,
        logoutUrl == null ? null : binding,
        formats(),
        flag("AuthnRequestsSigned"),
        flag("WantAssertionsSigned"),
        certificates("signing"),
        certificates("encryption"),
        validUntil,
        signature);
  }

  private Stream<Element> endpoints(String name, String binding) {
    return Xml.children(element, Xml.METADATA, name)
        .filter(endpoint -> endpoint.getAttribute("Binding").equals(BINDING + binding))
        .filter(endpoint -> !endpoint.getAttribute("Location").isBlank());
  }

  /** The default first, then by index; isDefault="false" comes last (SAML metadata 2.2.3). */
  private static int rank(Element endpoint) {
    String isDefault = endpoint.getAttribute("isDefault");
    if (isDefault.equals("true") || isDefault.equals("1")) {
      return -1;
    }
    int index = index(endpoint.getAttribute("index"));
    return isDefault.isEmpty() ? index : index + 100_000;
  }

  private static int index(String text) {
    return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 99_999;
  }

  private Optional<String> logout(String binding) {
    return endpoints("SingleLogoutService", binding)
        .map(endpoint -> endpoint.getAttribute("Location").strip())
        .findFirst();
  }

  private List<NameIdFormat> formats() {
    return Xml.children(element, Xml.METADATA, "NameIDFormat")
        .flatMap(format -> NameIdFormat.ofUri(format.getTextContent().strip()).stream())
        .toList();
  }

  private Optional<Boolean> flag(String name) {
    String text = element.getAttribute(name);
    return text.isBlank() ? Optional.empty() : Optional.of(text.equals("true") || text.equals("1"));
  }

  /** A key without a use is for both (SAML metadata 2.4.1.1). */
  private List<X509Certificate> certificates(String use) throws RefusedException {
    List<Element> keys =
        Xml.children(element, Xml.METADATA, "KeyDescriptor")
            .filter(key -> key.getAttribute("use").isEmpty() || key.getAttribute("use").equals(use))
            .flatMap(key -> Xml.children(key, Xml.SIGNATURE, "KeyInfo"))
            .toList();
    List<X509Certificate> found = new ArrayList<>();
    for (Element key : keys) {
      Optional<Element> first =
          Xml.children(key, Xml.SIGNATURE, "X509Data")
              .flatMap(data -> Xml.children(data, Xml.SIGNATURE, "X509Certificate"))
              .findFirst();
      if (first.isPresent()) {
        found.add(
            CertificateFacts.parse(first.get().getTextContent())
                .orElseThrow(() -> new RefusedException(Fault.CERTIFICATE_UNREADABLE)));
      }
    }
    return found.stream().distinct().toList();
  }
}
