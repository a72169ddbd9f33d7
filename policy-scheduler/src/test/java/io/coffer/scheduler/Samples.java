package io.coffer.scheduler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import io.coffer.contracts.policy.PolicySettings;
import io.coffer.contracts.policy.PolicyTrigger;
import io.coffer.contracts.policy.VaultFacts;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Things that tests are about. */
public final class Samples {

  public static final Instant TIME = Instant.parse("2026-01-01T00:00:00.123Z");
  public static final UUID COMMAND = UUID.fromString("00000000-0000-4000-8000-0000000000aa");
  public static final UUID POLICY = UUID.fromString("00000000-0000-4000-8000-000000000001");
  public static final UUID VAULT = UUID.fromString("00000000-0000-4000-8000-000000000002");
  public static final String NIGHTLY =
      "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=02;BYMINUTE=00";

  private Samples() {}

  public static PolicySettings backup(String definition) {
    return settings("backup", definition, NIGHTLY);
  }

  public static PolicySettings replication() {
    return settings("replication", "{\"destination_region\":\"r2\"}", NIGHTLY);
  }

  public static PolicySettings settings(String type, String definition, String... patterns) {
    return new PolicySettings(
        "nightly",
        true,
        type,
        json(definition),
        new PolicyTrigger(List.of(patterns), null, null),
        null);
  }

  /** A vault as its owner describes it. */
  public static VaultFacts vault(UUID id) {
    return vault(id, "available", "backup", "public");
  }

  public static VaultFacts vault(UUID id, String status, String protectType, String cloudType) {
    return new VaultFacts(id, status, "server", protectType, cloudType);
  }

  public static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  public static Envelope envelope() {
    return Envelope.stamped(COMMAND, "type", "test", TIME, "project", "user", "request");
  }

  /** The code of a refusal. */
  public static String code(Decision decision) {
    return ((Decision.Refused) decision).error().code();
  }
}
