package org.sekisho.standins.microsoft365;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import net.shibboleth.utilities.java.support.component.ComponentInitializationException;
import net.shibboleth.utilities.java.support.xml.BasicParserPool;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.opensaml.core.config.InitializationException;
import org.opensaml.core.config.InitializationService;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.config.XMLObjectProviderRegistrySupport;
import org.opensaml.core.xml.io.Unmarshaller;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.saml.common.xml.SAMLSchemaBuilder;
import org.opensaml.saml.common.xml.SAMLSchemaBuilder.SAML1Version;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Reads SAML messages with a parser that knows neither DTDs nor entities and reaches for nothing
 * outside.
 */
final class Saml {
  /** SAML messages are at most about 15 deep; the parser and the library recurse. */
  private static final String DEEPEST = "60";

  private static final BasicParserPool PARSERS;
  private static final Schema SCHEMA;

  static {
    try {
      InitializationService.initialize();
      PARSERS = hardenedParsers();
      SCHEMA = new SAMLSchemaBuilder(SAML1Version.SAML_11).getSAMLSchema();
    } catch (InitializationException | ComponentInitializationException | SAXException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Saml() {}

  /** Loads the library, so that the first sign-in does not wait for it. */
  static void load() {
    if (SCHEMA == null) {
      throw new IllegalStateException("no schema");
    }
  }

  private static BasicParserPool hardenedParsers() throws ComponentInitializationException {
    BasicParserPool parsers = new BasicParserPool();
    parsers.setNamespaceAware(true);
    parsers.setExpandEntityReferences(false);
    parsers.setXincludeAware(false);
    parsers.setBuilderFeatures(
        Map.of(
            "http://apache.org/xml/features/disallow-doctype-decl", true,
            "http://xml.org/sax/features/external-general-entities", false,
            "http://xml.org/sax/features/external-parameter-entities", false,
            "http://javax.xml.XMLConstants/feature/secure-processing", true));
    parsers.setBuilderAttributes(
        Map.of("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", DEEPEST));
    parsers.initialize();
    return parsers;
  }

  /**
   * The message in these bytes.
   *
   * @throws BrokenRule if they are not XML, hold a DTD, or are no element that SAML knows
   */
  static XMLObject parse(byte[] xml) throws BrokenRule {
    try {
      Document document = PARSERS.parse(new ByteArrayInputStream(xml));
      Element root = document.getDocumentElement();
      Unmarshaller unmarshaller =
          XMLObjectProviderRegistrySupport.getUnmarshallerFactory().getUnmarshaller(root);
      if (unmarshaller == null) {
        throw new BrokenRule("The message is no SAML message.");
      }
      return unmarshaller.unmarshall(root);
    } catch (XMLParserException e) {
      throw new BrokenRule("The message is no XML without DTD and entities.");
    } catch (UnmarshallingException | RuntimeException e) {
      throw new BrokenRule("The message is no well-formed SAML message.");
    }
  }

  static void requireSchema(Document document) throws BrokenRule {
    try {
      SCHEMA.newValidator().validate(new DOMSource(document));
    } catch (SAXException | IOException e) {
      throw new BrokenRule("The message does not conform to the schema of SAML 2.0.");
    }
  }
}
