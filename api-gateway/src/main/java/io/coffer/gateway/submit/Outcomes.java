package io.coffer.gateway.submit;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import io.coffer.contracts.Topic;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Asks owners how a command ended, for when its record was missed or it came twice. */
@ApplicationScoped
class Outcomes {

  /**
   * How a command ended.
   *
   * @param sha256 of the request that the command was made of, in lower-case hex
   */
  record Known(OwnerAnswer answer, String sha256) {

    /** The answer to a repeat; 400 for another request under the same token. */
    OwnerAnswer answerTo(ClientToken token) {
      if (!sha256.equals(token.sha256())) {
        throw ClientToken.ofAnotherRequest();
      }
      return answer;
    }
  }

  private final OwnerClient owners;

  Outcomes(OwnerClient owners) {
    this.owners = owners;
  }

  /** Empty while the command is not decided, or never came. Fails when the owner is not there. */
  Uni<Optional<Known>> of(Topic commands, UUID command) {
    return owners
        .get(owner(commands), "/internal/outcomes/" + command)
        .map(answer -> answer.isSuccess() ? Optional.of(read(answer.body())) : Optional.empty());
  }

  private static Owner owner(Topic commands) {
    return switch (commands) {
      case VAULT_COMMANDS -> Owner.VAULT_SERVICE;
      case POLICY_COMMANDS -> Owner.POLICY_SCHEDULER;
      case BILLING_COMMANDS -> Owner.BILLING_SERVICE;
      default -> throw new IllegalArgumentException(commands + " holds no commands of clients");
    };
  }

  private static Known read(byte[] json) {
    try {
      JsonNode node = Json.MAPPER.readTree(json);
      byte[] body = node.path("body").asText("").getBytes(StandardCharsets.UTF_8);
      return new Known(
          new OwnerAnswer(node.path("status").asInt(), body), node.path("sha256").asText(""));
    } catch (IOException e) {
      throw ApiException.unavailable();
    }
  }
}
