package io.coffer.vault.inbound;

import io.coffer.messaging.dispatch.Service;
import jakarta.enterprise.context.ApplicationScoped;

/** vault-service as the plumbing sees it. */
@ApplicationScoped
class VaultService implements Service {

  @Override
  public String name() {
    return "vault-service";
  }
}
