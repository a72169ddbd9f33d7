package io.coffer.messaging.dispatch;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Keeps Mutiny from capturing the contexts of a thread with every callback and restoring them
 * around it. Nothing here rides a thread: a session lives in its Vert.x context, and whoever asked
 * stands in the envelope. It would cost a sixth of a unit of work.
 */
@ApplicationScoped
class BareCallbacks {

  void start(@Observes @Priority(1) StartupEvent starting) {
    Infrastructure.clearInterceptors();
  }
}
