package io.coffer.cli.stack;

import io.coffer.local.Databases;
import io.coffer.local.Detached;
import io.coffer.local.KafkaBroker;
import io.coffer.local.LocalProcess;
import io.coffer.local.LocalStackException;
import io.coffer.local.Patience;
import io.coffer.local.Ports;
import io.coffer.local.PostgresBinaries;
import io.coffer.local.PostgresServer;
import io.coffer.local.PostgresSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Starts exactly what is missing of a stack, and waits until all of it is ready. */
final class StackStart {

  private static final Duration READY_LIMIT = Duration.ofSeconds(180);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(8);
  private static final Duration PORT_LIMIT = Duration.ofSeconds(3);
  private static final int BROKER_HEAP_MEGABYTES = 192;

  private final Home home;
  private final StackOptions options;
  private final Set<String> only;
  private final PrintStream out;
  private final ProcessTable table;
  private final Readiness readiness;
  private final Map<String, Integer> ports = new TreeMap<>();

  /** Takes the names of the processes that are wanted; none means all of them. */
  StackStart(Home home, StackOptions options, Set<String> only, PrintStream out) {
    this.home = home;
    this.options = options;
    this.only = only;
    this.out = out;
    this.table = new ProcessTable(home);
    this.readiness = new Readiness(home);
  }

  /** Returns the credentials of the stack that is ready now. */
  Credentials run() {
    try (StackLock held = StackLock.take(home, out)) {
      Keys keys = Keys.load(home, options.masterKeyFile());
      List<StackProcess> running = table.running();
      List<String> workers = choosePorts(running);
      Credentials credentials = credentials();
      Build broker =
          Build.of(
              home.checkout().resolve("cli").resolve("target").resolve("app"), "coffer-cli.jar");
      Map<Service, Build> builds = builds(workers);
      startKafka(broker);
      startPostgres(keys);
      prepareDatabases(credentials, keys);
      awaitReady(List.of(Stack.POSTGRES, Stack.KAFKA));
      ServiceEnvironment environment =
          new ServiceEnvironment(
              home, credentials, keys, ports, options.workerMegabytesPerSecond());
      List<String> names = new ArrayList<>();
      builds.forEach(
          (service, build) -> {
            for (String name : wanted(service, workers)) {
              startService(service, name, build, environment);
              names.add(name);
            }
          });
      awaitReady(names);
      StackFile.write(home, table.running());
      OldBuilds.delete(home, broker, builds, table.running());
      return credentials;
    }
  }

  private List<String> wanted(Service service, List<String> workers) {
    List<String> names =
        service == Service.BACKUP_WORKER ? workers : List.of(service.processName());
    return names.stream().filter(name -> only.isEmpty() || only.contains(name)).toList();
  }

  private Map<Service, Build> builds(List<String> workers) {
    Map<Service, Build> builds = new TreeMap<>();
    for (Service service : Service.values()) {
      if (!wanted(service, workers).isEmpty()) {
        builds.put(service, Build.of(service.application(home.checkout()), "quarkus-run.jar"));
      }
    }
    return builds;
  }

  /** Fixes the port of every process; returns the names of the workers that shall run. */
  private List<String> choosePorts(List<StackProcess> running) {
    PortBook book = PortBook.open(home);
    ports.put(Service.API_GATEWAY.processName(), book.gateway(options.gatewayPort()));
    List<String> names = new ArrayList<>(List.of(Stack.POSTGRES, Stack.KAFKA));
    names.add(PortBook.KAFKA_CONTROLLER);
    List<String> workers = workers(running);
    for (Service service : Service.values()) {
      names.addAll(service == Service.BACKUP_WORKER ? workers : List.of(service.processName()));
    }
    for (String name : names) {
      String holder = name.equals(PortBook.KAFKA_CONTROLLER) ? Stack.KAFKA : name;
      if (!ports.containsKey(name)) {
        ports.put(
            name, book.get(name, any -> running.stream().anyMatch(p -> p.name().equals(holder))));
      }
    }
    return workers;
  }

  /** As many as asked for; those that are there when nobody asks. Stops those that are too many. */
  private List<String> workers(List<StackProcess> running) {
    List<StackProcess> present =
        running.stream()
            .filter(
                p -> Service.ofProcess(p.name()).filter(Service.BACKUP_WORKER::equals).isPresent())
            .toList();
    List<String> recorded =
        JsonFile.read(home.stackFile(), StackFile.class)
            .map(StackFile::processes)
            .orElse(List.of())
            .stream()
            .map(StackFile.Entry::name)
            .toList();
    int known =
        (int)
            Service.BACKUP_WORKER.processNames(16).stream()
                .filter(
                    name ->
                        recorded.contains(name)
                            || present.stream().anyMatch(p -> p.name().equals(name)))
                .count();
    List<String> wanted =
        Service.BACKUP_WORKER.processNames(options.workerCount().orElse(Math.max(1, known)));
    for (StackProcess worker : present) {
      if (!wanted.contains(worker.name())) {
        out.println("  " + worker.name() + ": one worker less is wanted, stopping it");
        worker.process().end("TERM", STOP_LIMIT);
      }
    }
    return wanted;
  }

  private Credentials credentials() {
    String endpoint = "http://127.0.0.1:" + ports.get(Service.API_GATEWAY.processName());
    int postgres = ports.get(Stack.POSTGRES);
    Credentials known = JsonFile.read(home.credentials(), Credentials.class).orElse(null);
    Credentials wanted =
        known == null ? Credentials.random(endpoint, postgres) : known.at(endpoint, postgres);
    if (!wanted.equals(known)) {
      JsonFile.write(home.credentials(), wanted);
    }
    return wanted;
  }

  private void startKafka(Build build) {
    List<StackProcess> present = running(Stack.KAFKA);
    if (!present.isEmpty()) {
      return;
    }
    int port = ports.get(Stack.KAFKA);
    int controller = ports.get(PortBook.KAFKA_CONTROLLER);
    Path application = build.stage(home, Stack.KAFKA);
    List<String> command =
        JavaCommand.program(
            BROKER_HEAP_MEGABYTES,
            ProcessTable.marks(home, Stack.KAFKA, port, build.fingerprint(), ""),
            application,
            KafkaBroker.class.getName(),
            List.of(
                home.kafkaData().toString(), Integer.toString(port), Integer.toString(controller)));
    LocalProcess process = Detached.start(command, Map.of(), home.log(Stack.KAFKA));
    started(Stack.KAFKA, process);
  }

  private void startPostgres(Keys keys) {
    if (!running(Stack.POSTGRES).isEmpty()) {
      return;
    }
    PostgresSettings settings =
        new PostgresSettings(
            PostgresBinaries.unpack(home.postgresBinaries()),
            home.postgresData(),
            home.log(Stack.POSTGRES),
            ports.get(Stack.POSTGRES),
            keys.postgresPassword(),
            true);
    started(Stack.POSTGRES, new PostgresServer(settings).start());
  }

  private void prepareDatabases(Credentials credentials, Keys keys) {
    Databases databases = new Databases(ports.get(Stack.POSTGRES), keys.postgresPassword());
    for (Credentials.Database database : credentials.databases()) {
      databases.ensure(database.database(), database.user(), database.password());
    }
  }

  private void startService(
      Service service, String name, Build build, ServiceEnvironment environment) {
    int port = ports.get(name);
    for (StackProcess present : running(name)) {
      boolean sameBuild = present.build().equals(build.fingerprint());
      boolean samePorts = present.port() == port && present.wiring().equals(environment.wiring());
      if (sameBuild && samePorts) {
        return;
      }
      out.println("  " + name + ": stopping it, " + (sameBuild ? "ports changed" : "newer build"));
      present.process().end("TERM", STOP_LIMIT);
    }
    if (!Patience.until(PORT_LIMIT, () -> Ports.isFree(port))) {
      throw new LocalStackException(
          "Port "
              + port
              + " for "
              + name
              + " is taken by another program"
              + (service == Service.API_GATEWAY ? "; choose one with COFFER_PORT" : ""));
    }
    List<String> command =
        JavaCommand.service(
            service,
            ProcessTable.marks(home, name, port, build.fingerprint(), environment.wiring()),
            build.stage(home, service.processName()));
    started(name, Detached.start(command, environment.of(service, name), home.log(name)));
  }

  private List<StackProcess> running(String name) {
    return table.running().stream().filter(process -> process.name().equals(name)).toList();
  }

  private void started(String name, LocalProcess process) {
    out.println("  " + name + ": started, pid " + process.pid() + ", port " + ports.get(name));
    StackFile.write(home, table.running());
  }

  private void awaitReady(List<String> names) {
    long deadline = System.nanoTime() + READY_LIMIT.toNanos();
    for (String name : names) {
      Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      boolean ready =
          Patience.until(
              left,
              () -> {
                List<StackProcess> present = running(name);
                if (present.isEmpty()) {
                  throw new LocalStackException(
                      name + " ended while it was starting:\n" + LogTail.of(home.log(name), 25));
                }
                return readiness.isReady(present.get(0));
              });
      if (!ready) {
        throw new LocalStackException(
            name
                + " is not ready after "
                + READY_LIMIT.toSeconds()
                + " s:\n"
                + LogTail.of(home.log(name), 25));
      }
    }
  }
}
