package org.sekisho.federation.application;

import static javax.xml.XMLConstants.FEATURE_SECURE_PROCESSING;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.sekisho.federation.application.SpMetadata.Fault;
import org.sekisho.federation.application.SpMetadata.RefusedException;
import org.sekisho.federation.application.SpMetadata.Signature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads what a stranger has pasted: without document types and entities, and not more than {@value
 * #LARGEST} bytes of it.
 */
final class SpMetadataReader {

  /** Metadata of one service provider with logos and several keys has about 30 kB. */
  static final int LARGEST = 262_144;

  private static final String NO_DOCUMENT_TYPE =
      "http://apache.org/xml/features/disallow-doctype-decl";

  private SpMetadataReader() {}

  /**
   * Reads metadata.
   *
   * @param signer SHA-256 fingerprint of the certificate that must have signed it, 64 hexadecimal
   *     digits, with or without colons; null where the signature does not matter
   * @param now in milliseconds since the epoch
   */
  static SpMetadata read(String xml, String signer, long now) throws RefusedException {
    if (xml.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      throw new RefusedException(Fault.TOO_LARGE);
    }
    Document document = parse(xml.strip());
    Element entity = document.getDocumentElement();
    if (!Xml.is(entity, Xml.METADATA, "EntityDescriptor")
        || entity.getAttribute("entityID").isBlank()) {
      throw new RefusedException(Fault.NO_ENTITY_DESCRIPTOR);
    }
    Signature signature = SpMetadataSignature.check(entity, signer);
    Element provider =
        Xml.children(entity, Xml.METADATA, "SPSSODescriptor")
            .findFirst()
            .orElseThrow(() -> new RefusedException(Fault.NO_SERVICE_PROVIDER));
    Long validUntil = earliest(validUntil(entity), validUntil(provider));
    if (validUntil != null && validUntil <= now) {
      throw new RefusedException(Fault.EXPIRED);
    }
    return new SpRole(provider).toMetadata(entity.getAttribute("entityID"), validUntil, signature);
  }

  private static Document parse(String xml) throws RefusedException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setFeature(FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCUMENT_TYPE, true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Silent());
      builder.setEntityResolver(
          (publicId, systemId) -> {
            throw new SAXException("entities are not read");
          });
      return builder.parse(new InputSource(new StringReader(xml)));
    } catch (SAXException malformed) {
      throw new RefusedException(xml.contains("<!DOCTYPE") ? Fault.DOCUMENT_TYPE : Fault.NOT_XML);
    } catch (ParserConfigurationException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Long validUntil(Element element) throws RefusedException {
    String text = element.getAttribute("validUntil");
    return text.isBlank() ? null : instant(text.strip()).toEpochMilli();
  }

  /** xs:dateTime; without a zone it is UTC (SAML core 1.3.3). */
  private static Instant instant(String text) throws RefusedException {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException withoutZone) {
      try {
        return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
      } catch (DateTimeParseException unreadable) {
        throw new RefusedException(Fault.TIME_UNREADABLE);
      }
    }
  }

  private static Long earliest(Long first, Long second) {
    return Stream.of(Optional.ofNullable(first), Optional.ofNullable(second))
        .flatMap(Optional::stream)
        .min(Long::compare)
        .orElse(null);
  }

  /** The default prints to the server's standard error. */
  private static final class Silent extends DefaultHandler {
    @Override
    public void fatalError(SAXParseException fault) throws SAXException {
      throw fault;
    }
  }
}
