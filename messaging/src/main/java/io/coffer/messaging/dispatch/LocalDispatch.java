package io.coffer.messaging.dispatch;

import io.coffer.contracts.Message;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.Received;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the service messages of its own, from a thread that may wait. */
@ApplicationScoped
public class LocalDispatch {

  private final Dispatcher dispatcher;
  private final String service;

  protected LocalDispatch(
      Dispatcher dispatcher, @ConfigProperty(name = "quarkus.application.name") String service) {
    this.dispatcher = dispatcher;
    this.service = service;
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
