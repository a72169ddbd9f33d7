package io.coffer.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A broker as a program. It takes four arguments: data directory, client port, controller port,
 * directory of the secrets; it makes Coffer's topics and rules and then writes the file {@link
 * KafkaBroker#readyMarker}.
 */
public final class BrokerProgram {

  private BrokerProgram() {}

  public static void main(String[] arguments) throws IOException {
    BrokerSettings settings =
        new BrokerSettings(
            Path.of(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            logins(Path.of(arguments[3])));
    Files.deleteIfExists(KafkaBroker.readyMarker(settings.data()));
    KafkaBroker broker = KafkaBroker.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-broker"));
    Topics.create(settings.clientSettings(), Topics.all(""));
    AccessRules.grant(settings.clientSettings());
    WholeFile.write(KafkaBroker.readyMarker(settings.data()), LocalProcess.current().toString());
    broker.awaitEnd();
  }

  private static Map<String, KafkaLogin> logins(Path secrets) {
    Map<String, KafkaLogin> all = new TreeMap<>();
    for (String principal : TopicAccess.principals()) {
      Path file = KafkaBroker.loginFile(secrets, principal);
      all.put(
          principal,
          KafkaLogin.read(file)
              .orElseThrow(() -> new LocalStackException(file + " holds no secret of Kafka")));
    }
    return all;
  }
}
