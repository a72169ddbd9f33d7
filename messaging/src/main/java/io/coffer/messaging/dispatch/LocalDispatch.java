package io.coffer.messaging.dispatch;

import io.coffer.contracts.Message;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.Received;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Gives the service messages of its own, from a thread that may wait. */
@ApplicationScoped
public class LocalDispatch {

  private static final Logger LOG = Logger.getLogger(LocalDispatch.class);

  private final Dispatcher dispatcher;
  private final String service;

  LocalDispatch(
      Dispatcher dispatcher, @ConfigProperty(name = "quarkus.application.name") String service) {
    this.dispatcher = dispatcher;
    this.service = service;
  }

  /**
   * As {@link #give}; what could not be handled is told in the log, and nothing to what is given
   * after it.
   *
   * @return whether it was handled
   */
  public boolean offer(UUID id, String type, Instant at, String project, Message message) {
    try {
      give(id, type, at, project, message);
      return true;
    } catch (RuntimeException e) {
      LOG.errorf(e, "type=%s project=%s waits: %s", type, project, message);
      return false;
    }
  }

  /**
   * Returns once the message was handled and what came of it is committed.
   *
   * @param id under which it is handled once, whoever gives it again
   * @throws RuntimeException if it could not be handled
   */
  public void give(UUID id, String type, Instant at, String project, Message message) {
    Envelope envelope = Envelope.stamped(id, type, service, at, project, null, null);
    try {
      VertxContextSupport.subscribeAndAwait(
          () -> dispatcher.dispatchLocal(new Received(envelope, message)));
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
