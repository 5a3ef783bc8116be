package org.sekisho.tenant.entry;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

/**
 * Serves the entry page at the root of the server, where Keycloak has its welcome page. The address
 * that the reader sees stays as it is. See ADR 0007.
 */
@Provider
@PreMatching
public final class EntryFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    if (isRoot(uri.getPath())) {
      request.setRequestUri(
          uri.getBaseUriBuilder()
              .path(EntryResource.PATH)
              .replaceQuery(uri.getRequestUri().getRawQuery())
              .build());
    }
  }

  static boolean isRoot(String path) {
    return path.isEmpty() || path.equals("/");
  }
}
