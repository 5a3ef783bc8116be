package org.sekisho.historyverifier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.sekisho.historyseal.ExportLine;
import org.sekisho.historyseal.MerkleTree;
import org.sekisho.historyseal.Seal;
import org.sekisho.historyseal.SealedRecord;
import org.sekisho.historyseal.UuidV7;

/** An export of three sealed periods of five records, and two records behind them. */
final class SampleExport {

  static final String TENANT = "realm-1";
  static final long PERIOD = 3_600_000;
  static final long BEGIN = 500_000 * PERIOD;

  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  final RSAKey key;
  final List<String> lines = new ArrayList<>();
  private String lastJws;

  SampleExport() throws JOSEException, JsonProcessingException {
    key = new RSAKeyGenerator(2048).keyID("k1").generate();
    add(
        ExportLine.of(
            new ExportLine.Header(ExportLine.Header.FORM, TENANT, "sakura", BEGIN + 4 * PERIOD)));
    for (int period = 0; period < 3; period++) {
      long from = period == 0 ? 0 : BEGIN + period * PERIOD;
      List<SealedRecord> rows = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        rows.add(record(BEGIN + period * PERIOD + i * 1_000L, "taro@sakura.example"));
      }
      addPeriod(period + 1, from, BEGIN + (period + 1) * PERIOD, rows);
    }
    add(ExportLine.of(record(BEGIN + 3 * PERIOD + 1, "hanako@sakura.example")));
    add(ExportLine.of(record(BEGIN + 3 * PERIOD + 2, "hanako@sakura.example")));
  }

  static SealedRecord record(long at, String user) {
    return new SealedRecord(
        UuidV7.lowestAt(at),
        TENANT,
        at,
        "SIGN_IN",
        "key-1",
        user,
        "203.0.113.9",
        "Edge",
        "141",
        "Windows",
        "11",
        false,
        "mail-gateway",
        "openid-connect",
        "PASSWORD,SMS",
        null,
        null,
        null,
        null,
        null,
        "session-1",
        null,
        "00112233445566778899aabbccddeeff",
        null,
        null);
  }

  private void addPeriod(long number, long from, long to, List<SealedRecord> rows)
      throws JOSEException, JsonProcessingException {
    MerkleTree tree = new MerkleTree();
    List<String> leaves = new ArrayList<>();
    for (SealedRecord row : rows) {
      tree.add(row.leafHash());
      leaves.add(row.id() + " " + HexFormat.of().formatHex(row.leafHash()));
    }
    String previous = lastJws == null ? null : Seal.hashOf(lastJws);
    String root = HexFormat.of().formatHex(tree.root());
    lastJws = sign(new Seal(Seal.FORM, TENANT, number, from, to, rows.size(), root, previous), key);
    add(ExportLine.of(new ExportLine.Sealed(lastJws, leaves)));
    for (SealedRecord row : rows) {
      add(ExportLine.of(row));
    }
  }

  static String sign(Seal seal, RSAKey with) throws JOSEException, JsonProcessingException {
    return sign(seal, with, "sekisho-history-seal+jws");
  }

  static String sign(Seal seal, RSAKey with, String type)
      throws JOSEException, JsonProcessingException {
    JWSObject jws =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType(type))
                .keyID(with.getKeyID())
                .build(),
            new Payload(JSON.writeValueAsBytes(seal)));
    jws.sign(new RSASSASigner(with));
    return jws.serialize();
  }

  static String json(Object line) throws JsonProcessingException {
    return JSON.writeValueAsString(line);
  }

  private void add(ExportLine line) throws JsonProcessingException {
    lines.add(json(line));
  }

  String jwks() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
