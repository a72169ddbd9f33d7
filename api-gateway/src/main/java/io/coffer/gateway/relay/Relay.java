package io.coffer.gateway.relay;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.messaging.decision.Answer;
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

  /** The owner's answer, untouched, to a question that is too long for an address. */
  public Uni<Response> read(Owner owner, GatewayRequest request, String path, JsonNode question) {
    return owners.relay(owner, request.project(), path, Answer.ok(question).bytes());
  }

  /** The owner's answer about what the caller's account has. */
  public Uni<Response> readOfAccount(Owner owner, GatewayRequest request) {
    return owners.relay(owner, request.domain(), request.checkedPath());
  }

  /** The owner's answer to a question that takes a body, as the contract has it. */
  public Uni<Response> ask(Owner owner, GatewayRequest request, JsonNode body) {
    return owners
        .ofProject(owner, request.project(), request.checkedPath(), Answer.ok(body).bytes())
        .map(OwnerAnswer::response);
  }
}
