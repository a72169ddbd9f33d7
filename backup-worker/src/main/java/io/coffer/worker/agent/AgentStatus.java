package io.coffer.worker.agent;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.worker.source.AgentSign;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the agent in a server can be reached (table 4-65).
 *
 * @param code 0 when it can be, 1 when it is silent, 2 when there is none
 * @param isOld null when there is none
 */
@JsonNaming(SnakeCaseStrategy.class)
record AgentStatus(
    String resourceId, boolean installed, Boolean isOld, int code, String message, String version) {

  private static final Duration SILENCE = Duration.ofMinutes(2);

  /** The first version that everything works with is 1. */
  private static final Pattern PRESENT = Pattern.compile("[1-9][0-9]*(\\..*)?");

  /** What a sign of life says at a time. */
  static AgentStatus of(String resourceId, Optional<AgentSign> sign, Instant now) {
    if (sign.isEmpty()) {
      return new AgentStatus(
          resourceId, false, null, 2, "No agent was ever seen in server " + resourceId + ".", null);
    }
    AgentSign last = sign.get();
    boolean silent = last.lastActiveTime().isBefore(now.minus(SILENCE));
    return new AgentStatus(
        resourceId,
        true,
        last.version() == null || !PRESENT.matcher(last.version()).matches(),
        silent ? 1 : 0,
        silent
            ? "The agent in server "
                + resourceId
                + " was last seen at "
                + last.lastActiveTime()
                + "."
            : "",
        last.version());
  }
}
