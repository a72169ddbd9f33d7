package io.coffer.messaging.replay;

import io.coffer.contracts.Event;
import io.coffer.contracts.Topic;
import io.coffer.messaging.dispatch.Replayer;
import io.coffer.messaging.dispatch.Service;
import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.envelope.Received;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Rebuilds the domain tables of the service it runs in, from the topics they fold, into the
 * database it was started with. Active in the profile {@code replay}: reads up to what the topics
 * hold at the start, prints {@code replayed N records} and ends the process.
 */
@ApplicationScoped
class Rebuild {

  private static final Logger LOG = Logger.getLogger(Rebuild.class);

  private final Service service;
  private final Replayer replayer;
  private final String bootstrapServers;

  Rebuild(
      Service service,
      Replayer replayer,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.service = service;
    this.replayer = replayer;
    this.bootstrapServers = bootstrapServers;
  }

  void start(@Observes StartupEvent started) {
    if (ConfigUtils.isProfileActive("replay")) {
      new Thread(this::run, "rebuild").start();
    }
  }

  private void run() {
    try {
      long records = 0;
      for (Topic topic : service.foldedTopics()) {
        records += fold(topic);
      }
      System.out.println("replayed " + records + " records");
      Quarkus.asyncExit(0);
    } catch (Throwable failure) {
      LOG.error("the rebuild failed", failure);
      Quarkus.asyncExit(1);
    }
  }

  private long fold(Topic topic) throws Throwable {
    long records = 0;
    try (WholeTopic whole = new WholeTopic(bootstrapServers, topic)) {
      List<ConsumerRecord<String, byte[]>> batch = whole.next();
      while (!batch.isEmpty()) {
        List<Received> events =
            StreamSupport.stream(batch.spliterator(), false)
                .map(record -> Received.read(Incoming.of(record)))
                .filter(received -> received.message() instanceof Event)
                .toList();
        VertxContextSupport.subscribeAndAwait(() -> replayer.fold(events));
        records += events.size();
        batch = whole.next();
      }
    }
    return records;
  }
}
