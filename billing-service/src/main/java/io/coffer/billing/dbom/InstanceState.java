package io.coffer.billing.dbom;

import io.coffer.contracts.billing.OrderReference;
import io.coffer.contracts.dbom.InstanceSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What decisions know of an instance.
 *
 * @param since when it came into this state
 * @param scenes why it is closed, each reason once; empty when it is not
 */
record InstanceState(
    UUID id,
    InstanceSettings settings,
    OrderReference order,
    InstanceStatus status,
    Instant since,
    List<FrozenScene> scenes) {

  /** The reason of this name for which it is closed. */
  Optional<FrozenScene> scene(String name) {
    return scenes.stream().filter(scene -> scene.name().equals(name)).findFirst();
  }

  /** Whether it may be given up in spite of all reasons for which it is closed. */
  boolean isReleasable() {
    return scenes.stream().allMatch(FrozenScene::releasable);
  }

  /** Why it is closed, for people. */
  String reasons() {
    return scenes.stream().map(FrozenScene::name).collect(Collectors.joining(","));
  }
}
