package io.coffer.contracts.dbom;

import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.UUID;

/** How instances are closed for a reason of money or law. No client may ask for it. */
public sealed interface InstanceFreezeCommand extends Command {

  /**
   * Closes an instance; what is in it stays.
   *
   * @param scene the reason; an instance may be frozen for several at once
   * @param releasable whether the instance may be given up when the reason lasts
   */
  @WireName("coffer.dbom.freeze.v1")
  record FreezeInstance(UUID instanceId, String scene, boolean releasable)
      implements InstanceFreezeCommand {}

  /** Ends one reason; with the last the instance may be used again. */
  @WireName("coffer.dbom.thaw.v1")
  record ThawInstance(UUID instanceId, String scene) implements InstanceFreezeCommand {}

  /**
   * Deletes an instance that was frozen for this scene since this moment, and not thawed in
   * between.
   */
  @WireName("coffer.dbom.release.v1")
  record ReleaseInstance(UUID instanceId, String scene, Instant frozenAt)
      implements InstanceFreezeCommand {}

  /** The instance that is closed or opened. */
  UUID instanceId();
}
