package org.sekisho.certauthority;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * One issuing CA of a tenant. A tenant has several over the years; each has a name of its own, so
 * that no two keys ever stand behind one issuer name.
 *
 * @param tenant the tenant's id: 1 to 36 small letters, digits and inner hyphens
 * @param number 1 to 9999, each higher than the one before
 */
public record Generation(String tenant, int number) {

  private static final String TENANT = "[a-z0-9](?:[a-z0-9-]{0,34}[a-z0-9])?";
  private static final Pattern TENANT_ID = Pattern.compile(TENANT);
  private static final Pattern NAME =
      Pattern.compile("CN=(" + TENANT + ") Device CA G([1-9][0-9]{0,3}),O=(" + TENANT + ")");
  private static final int HIGHEST = 9999;

  /** Throws {@link IllegalArgumentException} for what is no tenant id or no generation number. */
  public Generation {
    if (!TENANT_ID.matcher(tenant).matches()) {
      throw new IllegalArgumentException("no tenant id: " + tenant);
    }
    if (number < 1 || number > HIGHEST) {
      throw new IllegalArgumentException("no generation number: " + number);
    }
  }

  /** The subject of the issuing CA: {@code CN=<tenant> Device CA G<number>, O=<tenant>}. */
  public X500Name distinguishedName() {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.CN, tenant + " Device CA G" + number)
        .addRDN(BCStyle.O, tenant)
        .build();
  }

  /** Reads what {@link #distinguishedName()} writes; empty for every other name. */
  public static Optional<Generation> of(X500Name name) {
    Matcher parts = NAME.matcher(BCStyle.INSTANCE.toString(name));
    if (!parts.matches() || !parts.group(1).equals(parts.group(3))) {
      return Optional.empty();
    }
    return Optional.of(new Generation(parts.group(1), Integer.parseInt(parts.group(2))));
  }

  /** As in {@code agency-1/G2}. */
  @Override
  public String toString() {
    return tenant + "/G" + number;
  }
}
