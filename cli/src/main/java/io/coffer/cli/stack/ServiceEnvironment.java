package io.coffer.cli.stack;

import io.coffer.cli.home.Home;
import io.coffer.cli.home.Keys;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service is told when it starts.
 *
 * @param ports of every process by name
 * @param workerMegabytesPerSecond how fast a worker may read, or null for as fast as it can
 */
record ServiceEnvironment(
    Home home,
    Credentials credentials,
    Keys keys,
    Map<String, Integer> ports,
    String workerMegabytesPerSecond) {

  /** What every service is told and all of it hangs on: the ports of others, the secrets. */
  String wiring() {
    Stream<String> others =
        Stream.of(StackService.values())
            .filter(service -> service.urlVariable().isPresent())
            .map(StackService::processName);
    return Stream.concat(Stream.of(Stack.POSTGRES, Stack.KAFKA), others)
            .map(name -> Integer.toString(ports.getOrDefault(name, 0)))
            .collect(Collectors.joining("-"))
        + "-"
        + keys.tokenFingerprint()
        + "-"
        + keys.kafkaFingerprint()
        + "-"
        + keys.passwords().fingerprint();
  }

  /** The variables of one process. */
  Map<String, String> of(StackService service, String process) {
    Credentials.Database database = credentials.database(service.processName());
    Map<String, String> all = new HashMap<>(common(service, process, database.database()));
    all.put("COFFER_INSTANCE", instance(service, process));
    all.put("COFFER_INTERNAL_TOKEN_FILE", literally(keys.internalToken()));
    all.put("COFFER_SEALING_KEY_FILE", literally(keys.sealingKey()));
    keys.kafkaLogin(service.processName())
        .settings()
        .forEach(
            (name, value) ->
                all.put("KAFKA_" + name.replace('.', '_').toUpperCase(Locale.ROOT), value));
    for (StackService other : StackService.values()) {
      other
          .urlVariable()
          .ifPresent(name -> all.put(name, "http://127.0.0.1:" + ports.get(other.processName())));
    }
    switch (service) {
      case API_GATEWAY -> {
        all.put("COFFER_CREDENTIALS_FILE", literally(home.credentials()));
        all.put("COFFER_PASSWORD_PUBLIC_KEY_FILE", literally(keys.passwords().publicKey()));
      }
      case BILLING_SERVICE -> {
        all.put("COFFER_BILLS_ACCOUNTS", literally(home.credentials()));
        all.put("COFFER_PASSWORD_PRIVATE_KEY_FILE", literally(keys.passwords().privateKey()));
      }
      case BACKUP_WORKER -> {
        all.put("MALLOC_ARENA_MAX", "2"); // few heaps of the C library beside Java's
        if (workerMegabytesPerSecond != null && !workerMegabytesPerSecond.isBlank()) {
          all.put("COFFER_WORKER_MB_PER_S", workerMegabytesPerSecond.strip());
        }
      }
      case VAULT_SERVICE, POLICY_SCHEDULER -> {}
    }
    return all;
  }

  /** The variables of a run that folds the topics into another database, and then ends. */
  Map<String, String> ofReplay(StackService service, String database) {
    Map<String, String> all = of(service, service.processName());
    all.putAll(common(service, service.processName(), database));
    all.put("QUARKUS_HTTP_PORT", "0");
    all.put("COFFER_INSTANCE", service.processName() + "-replay");
    all.put("COFFER_MODE", "replay");
    all.put("QUARKUS_PROFILE", "prod,replay");
    return all;
  }

  private Map<String, String> common(StackService service, String process, String database) {
    Credentials.Database owner = credentials.database(service.processName());
    String address = "postgresql://" + owner.host() + ":" + owner.port() + "/" + database;
    return Map.of(
        "QUARKUS_HTTP_HOST",
        "127.0.0.1",
        "QUARKUS_HTTP_PORT",
        Integer.toString(ports.getOrDefault(process, 0)),
        "KAFKA_BOOTSTRAP_SERVERS",
        "127.0.0.1:" + ports.get(Stack.KAFKA),
        "QUARKUS_DATASOURCE_USERNAME",
        owner.user(),
        "QUARKUS_DATASOURCE_PASSWORD",
        owner.password(),
        "QUARKUS_DATASOURCE_REACTIVE_URL",
        address,
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:" + address,
        "COFFER_HOME",
        literally(home.path()));
  }

  /** Services expand what follows a dollar in their settings. */
  private static String literally(Path path) {
    return path.toString().replace("$", "$$");
  }

  private static String instance(StackService service, String process) {
    if (service != StackService.BACKUP_WORKER) {
      return process + "-0";
    }
    return process.equals(service.processName()) ? process + "-1" : process;
  }
}
