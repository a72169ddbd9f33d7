package io.coffer.cli.stack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The five services, each a process, a module and a database of its own. */
public enum StackService {
  API_GATEWAY("api-gateway", "gateway", 128),
  VAULT_SERVICE("vault-service", "vault", 128),
  BACKUP_WORKER("backup-worker", "worker", 160),
  POLICY_SCHEDULER("policy-scheduler", "scheduler", 96),
  BILLING_SERVICE("billing-service", "billing", 96);

  private final String processName;
  private final String database;
  private final int heapMegabytes;

  StackService(String processName, String database, int heapMegabytes) {
    this.processName = processName;
    this.database = database;
    this.heapMegabytes = heapMegabytes;
  }

  /** The name of the process and of the module; more workers add {@code -2}, {@code -3}, ... */
  public String processName() {
    return processName;
  }

  /** The name of its database, and of the role that owns it. */
  public String database() {
    return database;
  }

  int heapMegabytes() {
    return heapMegabytes;
  }

  /** Moves bytes, and is to reach the ciphers the fast way. */
  boolean isByteMover() {
    return this == BACKUP_WORKER;
  }

  /** The runnable build of this service in a clone. */
  public Path application(Path clone) {
    return clone.resolve(processName).resolve("target").resolve("quarkus-app");
  }

  /** The variable that tells other services where this one listens. */
  Optional<String> urlVariable() {
    return this == API_GATEWAY ? Optional.empty() : Optional.of("COFFER_URL_" + name());
  }

  /** Names of the processes of this service when so many workers are wanted. */
  List<String> processNames(int workers) {
    if (this != BACKUP_WORKER) {
      return List.of(processName);
    }
    return java.util.stream.IntStream.rangeClosed(1, workers)
        .mapToObj(i -> i == 1 ? processName : processName + "-" + i)
        .toList();
  }

  /** The service that a process of this name runs. */
  static Optional<StackService> ofProcess(String name) {
    return Arrays.stream(values())
        .filter(
            service ->
                name.equals(service.processName) || name.matches(service.processName + "-[0-9]+"))
        .findFirst();
  }
}
