package org.sekisho.tenant.domain;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/**
 * Asks name servers with the JDK's own DNS client, which goes to TCP where an answer is cut off.
 */
final class JndiDnsResolver implements DnsResolver {

  private static final String TXT = "TXT";

  /** What an answer may hold more than this is not read: it comes from strangers. */
  private static final int MOST_TEXTS = 50;

  private static final int LONGEST_TEXT = 512;

  private final JndiDnsConfig config;
  private final Semaphore inFlight;

  JndiDnsResolver(JndiDnsConfig config) {
    this.config = config;
    this.inFlight = new Semaphore(config.maxConcurrent());
  }

  @Override
  public List<String> texts(String name) throws DnsUnavailableException {
    if (!inFlight.tryAcquire()) {
      throw new DnsUnavailableException("too many look-ups at this moment");
    }
    try {
      return ask(name);
    } catch (NameNotFoundException none) {
      return List.of();
    } catch (NamingException failed) {
      throw new DnsUnavailableException("no clear answer from the DNS", failed);
    } finally {
      inFlight.release();
    }
  }

  /** The DNS context reads texts only; it makes no objects out of what strangers publish. */
  @SuppressWarnings("BanJNDI")
  private List<String> ask(String name) throws NamingException {
    DirContext dns = new InitialDirContext(environment());
    try {
      return read(dns.getAttributes(name, new String[] {TXT}).get(TXT));
    } finally {
      dns.close();
    }
  }

  @SuppressWarnings("JdkObsolete") // The constructor of the context takes nothing else.
  private Hashtable<String, String> environment() {
    Hashtable<String, String> environment = new Hashtable<>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    environment.put(Context.PROVIDER_URL, config.providerUrl());
    environment.put("com.sun.jndi.dns.timeout.initial", String.valueOf(config.timeoutMillis()));
    environment.put("com.sun.jndi.dns.timeout.retries", String.valueOf(config.tries()));
    return environment;
  }

  private static List<String> read(Attribute records) throws NamingException {
    List<String> texts = new ArrayList<>();
    if (records == null) {
      return texts;
    }
    NamingEnumeration<?> all = records.getAll();
    while (all.hasMore() && texts.size() < MOST_TEXTS) {
      String text = String.valueOf(all.next());
      if (text.length() <= LONGEST_TEXT) {
        texts.add(text);
      }
    }
    return texts;
  }

  @Override
  public void close() {}
}
