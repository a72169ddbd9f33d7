package io.coffer.gateway.submit;

import io.coffer.contracts.Command;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.internal.InternalToken;
import io.coffer.messaging.time.Clock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jboss.logging.Logger;

/**
 * Gives a command to its owner and waits for the outcome. Whoever is told that a command failed may
 * believe it: what the broker did not take in time is not sent later, and what it took is answered
 * with the outcome or, after ten seconds, with its id.
 */
@ApplicationScoped
public class CommandSubmitter {

  private static final Logger LOG = Logger.getLogger(CommandSubmitter.class);
  private static final String SOURCE = "api-gateway";

  private final CommandProducer producer;
  private final OutcomesConsumer consumer;
  private final Waiters waiters;
  private final Outcomes outcomes;
  private final Clock clock;
  private final InternalToken secret;

  CommandSubmitter(
      CommandProducer producer,
      OutcomesConsumer consumer,
      Waiters waiters,
      Outcomes outcomes,
      Clock clock,
      InternalToken secret) {
    this.producer = producer;
    this.consumer = consumer;
    this.waiters = waiters;
    this.outcomes = outcomes;
    this.clock = clock;
    this.secret = secret;
  }

  /** Submits a command of a project on behalf of the caller. Called on an event loop. */
  public Uni<OwnerAnswer> submit(GatewayRequest request, Command command) {
    return submit(request, request.project(), id(request), command);
  }

  /** Submits a command of a project under the id that was made for the request. */
  public Uni<OwnerAnswer> submit(GatewayRequest request, UUID id, Command command) {
    return submit(request, request.project(), id, command);
  }

  /** Submits a command of the caller's domain. Called on an event loop. */
  public Uni<OwnerAnswer> submitOfDomain(GatewayRequest request, Command command) {
    return submit(request, request.domain(), id(request), command);
  }

  /** Gives a command that nobody waits for the outcome of; completes when the broker has it. */
  public Uni<Void> give(String key, UUID id, Command command) {
    CommandRecord record = CommandRecord.of(command);
    Envelope envelope = Envelope.stamped(id, record.type(), SOURCE, clock.now(), key, null, null);
    return Uni.createFrom()
        .emitter(
            emitter ->
                producer.send(
                    record.stamped(envelope, null),
                    failure -> {
                      if (failure == null) {
                        emitter.complete(null);
                      } else {
                        emitter.fail(failure);
                      }
                    }));
  }

  private Uni<OwnerAnswer> submit(GatewayRequest request, String key, UUID id, Command command) {
    CommandRecord record = CommandRecord.of(command);
    Optional<ClientToken> token = ClientToken.of(request, secret);
    if (token.isPresent()) {
      return repeatable(request, key, record, token.get());
    }
    return send(request, key, record, new Waiter(record.topic(), id, null, System.nanoTime()));
  }

  /**
   * The id of what a request asks for: the same one each time that it is repeated with the same
   * token.
   */
  public static UUID id(GatewayRequest request) {
    return ClientToken.command(request).orElseGet(CommandSubmitter::newId);
  }

  /**
   * Ids in the order of time: those who keep them write the end of an index, not any of its pages.
   */
  private static UUID newId() {
    return UuidVersion7Strategy.INSTANCE.generateUuid(null);
  }

  /** The owner is asked afterwards: another request may have come with this token meanwhile. */
  private Uni<OwnerAnswer> repeatable(
      GatewayRequest request, String key, CommandRecord record, ClientToken token) {
    UUID id = token.command();
    for (Waiter other : waiters.of(id)) {
      if (other.sha256() != null && !other.sha256().equals(token.sha256())) {
        throw ClientToken.ofAnotherRequest();
      }
    }
    return send(
            request, key, record, new Waiter(record.topic(), id, token.sha256(), System.nanoTime()))
        .chain(
            answer ->
                outcomes
                    .of(record.topic(), id)
                    .map(known -> known.map(first -> first.answerTo(token)).orElse(answer)));
  }

  private Uni<OwnerAnswer> send(
      GatewayRequest request, String key, CommandRecord record, Waiter waiter) {
    if (!consumer.isPositioned()) {
      return Uni.createFrom().failure(ApiException.unavailable());
    }
    Envelope envelope = envelope(request, key, record, waiter.command());
    return Uni.createFrom()
        .emitter(
            emitter -> {
              waiter.emitter(emitter);
              waiters.add(waiter);
              producer.send(
                  record.stamped(envelope, waiter.sha256()),
                  failure -> {
                    if (failure != null) {
                      LOG.warnf("not sent command=%s: %s", waiter.command(), failure.getMessage());
                      waiters.remove(waiter);
                      waiter.fail(ApiException.unavailable());
                    }
                  });
            });
  }

  private Envelope envelope(GatewayRequest request, String key, CommandRecord record, UUID id) {
    return new Envelope(
        id,
        record.type(),
        SOURCE,
        null,
        clock.now(),
        key,
        0,
        null,
        request.caller().account().userId(),
        request.requestId(),
        Trace.parent(request.header(Trace.HEADER), request.requestId()));
  }
}
