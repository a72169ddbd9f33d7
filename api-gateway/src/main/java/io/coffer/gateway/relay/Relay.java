package io.coffer.gateway.relay;

import io.coffer.gateway.request.GatewayRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Passes a read on to the owner of its noun, whose internal routes have the paths of the API. */
@ApplicationScoped
public class Relay {

  private final OwnerClient owners;

  Relay(OwnerClient owners) {
    this.owners = owners;
  }

  /** The owner's answer, untouched. Path and query are checked before anybody is asked. */
  public Uni<Response> read(Owner owner, GatewayRequest request) {
    return owners.relay(owner, request.project(), request.checkedPath());
  }
}
