package io.coffer.messaging.milestone;

/**
 * Is told when a milestone is reached. None exists in a running service: it is how tests crash one
 * at the worst moment.
 */
@FunctionalInterface
public interface MilestoneListener {

  /**
   * Called on the thread that reached it. What it throws is treated as the failure of that step.
   */
  void reached(Milestone milestone);
}
