package io.coffer.worker.source;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;

/** What an agent in a server said last of itself. */
@JsonNaming(SnakeCaseStrategy.class)
public record AgentSign(String version, Instant lastActiveTime) {}
