package io.coffer.messaging.replay;

import io.coffer.contracts.Event;
import io.coffer.contracts.Topic;
import io.coffer.messaging.broker.BrokerConnection;
import io.coffer.messaging.dispatch.Fold;
import io.coffer.messaging.dispatch.Replayer;
import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.envelope.UnreadableException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Rebuilds the domain tables of the service it runs in, from the topics they fold, into the
 * database it was started with. Active in the profile {@code replay}: reads up to what the topics
 * hold at the start, passes over what is no event, as consumers do, prints what a {@link Tally}
 * says and ends the process.
 */
@ApplicationScoped
class Rebuild {

  private static final Logger LOG = Logger.getLogger(Rebuild.class);

  private final Fold fold;
  private final Replayer replayer;
  private final BrokerConnection broker;

  Rebuild(Fold fold, Replayer replayer, BrokerConnection broker) {
    this.fold = fold;
    this.replayer = replayer;
    this.broker = broker;
  }

  void start(@Observes StartupEvent started) {
    if (ConfigUtils.isProfileActive("replay")) {
      new Thread(this::run, "rebuild").start();
    }
  }

  private void run() {
    try {
      Tally tally = new Tally();
      for (Topic topic : fold.topics()) {
        fold(topic, tally);
      }
      System.out.println(tally);
      Quarkus.asyncExit(0);
    } catch (Throwable failure) {
      LOG.error("the rebuild failed", failure);
      Quarkus.asyncExit(1);
    }
  }

  private void fold(Topic topic, Tally tally) throws Throwable {
    Gapless order = new Gapless();
    try (WholeTopic whole = new WholeTopic(broker, topic)) {
      List<ConsumerRecord<String, byte[]>> batch = whole.next();
      while (!batch.isEmpty()) {
        fold(events(batch, tally), order, tally);
        batch = whole.next();
      }
    }
    order.left().forEach(event -> tally.passOver(name(event), "what comes before it is missing"));
  }

  private static List<Received> events(List<ConsumerRecord<String, byte[]>> batch, Tally tally) {
    List<Received> events = new ArrayList<>(batch.size());
    for (ConsumerRecord<String, byte[]> record : batch) {
      Incoming incoming = Incoming.of(record);
      try {
        Received received = Received.read(incoming);
        if (received.message() instanceof Event) {
          events.add(received);
        }
      } catch (UnreadableException e) {
        tally.passOver(incoming.place(), e.getMessage());
      }
    }
    return events;
  }

  /**
   * All in one transaction, and one by one if that fails, so that only what is no event is lost.
   */
  private void fold(List<Received> events, Gapless order, Tally tally) throws Throwable {
    if (!folds(order.next(events), tally)) {
      order.undo();
      for (Received event : events) {
        Optional<Received> turn = order.offer(event);
        while (turn.isPresent()) {
          turn =
              folds(List.of(turn.get()), tally)
                  ? order.folded(turn.get())
                  : order.refused(turn.get());
        }
      }
    }
  }

  private boolean folds(List<Received> events, Tally tally) throws Throwable {
    try {
      VertxContextSupport.subscribeAndAwait(() -> replayer.fold(events));
      tally.replayed(events.size());
      return true;
    } catch (Throwable failure) {
      if (replayer.mayPass(failure)) {
        throw failure;
      }
      if (events.size() == 1) {
        tally.passOver(name(events.get(0)), String.valueOf(failure.getMessage()));
      }
      return false;
    }
  }

  private static String name(Received event) {
    return event.envelope().type() + " " + event.envelope().id();
  }
}
