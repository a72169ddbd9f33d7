package io.coffer.gateway;

import io.coffer.messaging.dispatch.Service;
import jakarta.enterprise.context.ApplicationScoped;

/** The gateway as the plumbing sees it: it decides nothing and folds nothing. */
@ApplicationScoped
class GatewayService implements Service {

  @Override
  public String name() {
    return "api-gateway";
  }
}
