package org.sekisho.loginhistory.event;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Asks browsers for the version of their system (User-Agent Client Hints): the user agent calls
 * each Windows since 10 by that number. A browser tells it with the next request.
 */
@Provider
public final class ClientHints implements ContainerResponseFilter {

  static final String PLATFORM_VERSION = "Sec-CH-UA-Platform-Version";

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MediaType type = response.getMediaType();
    if (type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
      response.getHeaders().putSingle("Accept-CH", PLATFORM_VERSION);
    }
  }
}
