package org.sekisho.standins.microsoft365;

import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/** The service provider's metadata, in the shape in which Microsoft publishes its own. */
final class MetadataPage {
  private final String address;
  private final RequestSigner signer;

  MetadataPage(String address, RequestSigner signer) {
    this.address = address;
    this.signer = signer;
  }

  void addTo(Routes routes) {
    routes.get(
        "/federationmetadata/saml20/federationmetadata.xml",
        request -> Response.xml(200, metadata()));
  }

  private String metadata() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <EntityDescriptor entityID="%s" xmlns="urn:oasis:names:tc:SAML:2.0:metadata">
      <SPSSODescriptor WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
        <KeyDescriptor use="signing">
          <KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>%s</X509Certificate></X509Data></KeyInfo>
        </KeyDescriptor>
        <SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="%s"/>
        <NameIDFormat>%s</NameIDFormat>
        <AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="%s" index="0" isDefault="true"/>
      </SPSSODescriptor>
    </EntityDescriptor>
    """
        .formatted(
            Microsoft.ENTITY_ID,
            GraphCertificate.format(signer.key().certificate()),
            address + Microsoft.ASSERTION_CONSUMER,
            Microsoft.PERSISTENT,
            address + Microsoft.ASSERTION_CONSUMER);
  }
}
