package io.coffer.gateway.volume;

import io.coffer.gateway.contract.Body;
import io.coffer.messaging.decision.Answer;
import java.time.Instant;
import java.util.UUID;

/** A volume to be made, as its owner is told of it. */
record NewVolume(UUID id, String name, int sizeGb, Instant createdAt, Settings settings) {

  record Settings(String description, String volumeType, String availabilityZone) {}

  static NewVolume of(Body volume, UUID id, Instant now) {
    String name = volume.text("name");
    return new NewVolume(
        id,
        name == null ? "" : name,
        volume.number("size"),
        now,
        new Settings(
            volume.text("description"),
            volume.text("volume_type"),
            volume.text("availability_zone")));
  }

  byte[] json() {
    return Answer.ok(this).bytes();
  }
}
