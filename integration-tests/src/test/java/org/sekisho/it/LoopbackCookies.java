package org.sekisho.it;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;

/**
 * Treats http://localhost as browsers do: as a secure context, to which Secure cookies are sent.
 * The JDK's cookie manager alone would keep them back.
 */
final class LoopbackCookies implements CookieStore {

  private final CookieStore store = new CookieManager().getCookieStore();

  static CookieManager manager() {
    return new CookieManager(new LoopbackCookies(), CookiePolicy.ACCEPT_ALL);
  }

  @Override
  public void add(URI uri, HttpCookie cookie) {
    cookie.setSecure(false);
    store.add(uri, cookie);
  }

  @Override
  public List<HttpCookie> get(URI uri) {
    return store.get(uri);
  }

  @Override
  public List<HttpCookie> getCookies() {
    return store.getCookies();
  }

  @Override
  public List<URI> getURIs() {
    return store.getURIs();
  }

  @Override
  public boolean remove(URI uri, HttpCookie cookie) {
    return store.remove(uri, cookie);
  }

  @Override
  public boolean removeAll() {
    return store.removeAll();
  }
}
