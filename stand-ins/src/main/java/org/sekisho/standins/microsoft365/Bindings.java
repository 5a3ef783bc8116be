package org.sekisho.standins.microsoft365;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.sekisho.standins.web.PostForm;
import org.sekisho.standins.web.Response;

/** How SAML messages travel through a browser: in a form, or deflated in an address. */
final class Bindings {
  /** Bytes of an inflated message; more is an attack. */
  private static final int LARGEST = 256 * 1024;

  private Bindings() {}

  static PostForm post(String address, String field, String xml, Optional<String> relayState) {
    String encoded = Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    PostForm form = new PostForm(address).field(field, encoded);
    relayState.ifPresent(state -> form.field("RelayState", state));
    return form;
  }

  static Response redirect(String address, String field, String xml, Optional<String> relayState) {
    String query = field + "=" + encode(Base64.getEncoder().encodeToString(deflate(xml)));
    String state = relayState.map(value -> "&RelayState=" + encode(value)).orElse("");
    return Response.redirect(withQuery(address, query + state));
  }

  static String withQuery(String address, String query) {
    return address + (address.contains("?") ? "&" : "?") + query;
  }

  static byte[] decodePost(String field) throws BrokenRule {
    try {
      return Base64.getMimeDecoder().decode(field);
    } catch (IllegalArgumentException e) {
      throw new BrokenRule("The message is not base64.");
    }
  }

  static byte[] decodeRedirect(String parameter) throws BrokenRule {
    Inflater inflater = new Inflater(true);
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(decodePost(parameter)), inflater)) {
      byte[] xml = in.readNBytes(LARGEST + 1);
      BrokenRule.unless(xml.length <= LARGEST, "The message is too long.");
      return xml;
    } catch (IOException e) {
      throw new BrokenRule("The message is not deflated properly.");
    } finally {
      inflater.end();
    }
  }

  private static byte[] deflate(String xml) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
      stream.write(xml.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail to write", e);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
