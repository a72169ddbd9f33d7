package io.coffer.cli.stack;

import io.coffer.cli.home.Home;
import io.coffer.cli.home.Keys;
import io.coffer.cli.home.StackLock;
import io.coffer.local.BrokerProgram;
import io.coffer.local.Databases;
import io.coffer.local.Detached;
import io.coffer.local.LocalProcess;
import io.coffer.local.LocalStackException;
import io.coffer.local.LogEnd;
import io.coffer.local.Patience;
import io.coffer.local.Ports;
import io.coffer.local.PostgresBinaries;
import io.coffer.local.PostgresServer;
import io.coffer.local.PostgresSettings;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Starts exactly what is missing of a stack, and waits until all of it is ready. */
final class StackStart {

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

  /**
   * Returns the credentials of the stack that is ready now.
   *
   * @throws LocalStackException as soon as it is certain that one will not be; what was started by
   *     then has ended again
   */
  Credentials run() {
    try (StackLock held = StackLock.take(home, out);
        StartedNow now = new StartedNow()) {
      Keys keys = Keys.load(home, options.masterKeyFile());
      List<StackProcess> running = table.running();
      List<String> before = StackFile.wanted(home).orElse(List.of());
      List<String> workers = workers(before, running);
      refuseUnknown(workers);
      choosePorts(running, workers);
      Credentials credentials = credentials();
      Build broker =
          Build.of(
              home.checkout().resolve("cli").resolve("target").resolve("app"), "coffer-cli.jar");
      Map<StackService, Build> builds = builds(workers);
      StartedProcess kafka = kafka(broker, keys, now);
      StartedProcess postgres = postgres(keys, now);
      prepareDatabases(credentials, keys);
      readiness.await(List.of(postgres, kafka));
      ServiceEnvironment environment =
          new ServiceEnvironment(
              home, credentials, keys, ports, options.workerMegabytesPerSecond());
      List<StartedProcess> services = new ArrayList<>();
      builds.forEach(
          (service, build) ->
              wanted(service, workers)
                  .forEach(name -> services.add(service(service, name, build, environment, now))));
      readiness.await(services);
      now.keep();
      StackFile.write(home, table.running(), wanted(before, workers));
      new SupervisorStart(home, table).run(options.restarts(), broker);
      OldBuilds.delete(home, broker, builds, table.running());
      return credentials;
    }
  }

  private List<String> wanted(StackService service, List<String> workers) {
    List<String> names =
        service == StackService.BACKUP_WORKER ? workers : List.of(service.processName());
    return names.stream().filter(name -> only.isEmpty() || only.contains(name)).toList();
  }

  /** All that is to run from now on: what was, and what is asked for. */
  private List<String> wanted(List<String> before, List<String> workers) {
    return Stream.of(
            Stream.of(Stack.POSTGRES, Stack.KAFKA),
            before.stream().filter(name -> !Workers.isOne(name) || workers.contains(name)),
            Stream.of(StackService.values()).flatMap(service -> wanted(service, workers).stream()))
        .flatMap(names -> names)
        .distinct()
        .toList();
  }

  private Map<StackService, Build> builds(List<String> workers) {
    Map<StackService, Build> builds = new TreeMap<>();
    for (StackService service : StackService.values()) {
      if (!wanted(service, workers).isEmpty()) {
        builds.put(service, Build.of(service.application(home.checkout()), "quarkus-run.jar"));
      }
    }
    return builds;
  }

  private List<String> workers(List<String> before, List<StackProcess> running) {
    List<String> wanted = Workers.wanted(options.workerCount(), before, running);
    for (StackProcess worker : Workers.tooMany(wanted, running)) {
      out.println("  " + worker.name() + ": one worker less is wanted, stopping it");
      worker.process().end("TERM", STOP_LIMIT);
    }
    return wanted;
  }

  private void refuseUnknown(List<String> workers) {
    for (String name : only) {
      if (Workers.isOne(name) && !workers.contains(name)) {
        throw new LocalStackException(
            name + " is not wanted; say how many workers run with COFFER_WORKERS");
      }
    }
  }

  /** Fixes the port of every process. */
  private void choosePorts(List<StackProcess> running, List<String> workers) {
    PortBook book = PortBook.open(home, running);
    ports.put(StackService.API_GATEWAY.processName(), book.gateway(options.gatewayPort()));
    List<String> names = new ArrayList<>(List.of(Stack.POSTGRES, Stack.KAFKA));
    names.add(PortBook.KAFKA_CONTROLLER);
    for (StackService service : StackService.values()) {
      names.addAll(
          service == StackService.BACKUP_WORKER ? workers : List.of(service.processName()));
    }
    for (String name : names) {
      String holder = name.equals(PortBook.KAFKA_CONTROLLER) ? Stack.KAFKA : name;
      if (!ports.containsKey(name)) {
        ports.put(
            name, book.get(name, any -> running.stream().anyMatch(p -> p.name().equals(holder))));
      }
    }
  }

  private Credentials credentials() {
    return new CredentialsFile(home, out)
        .at(
            "http://127.0.0.1:" + ports.get(StackService.API_GATEWAY.processName()),
            ports.get(Stack.POSTGRES));
  }

  private StartedProcess kafka(Build build, Keys keys, StartedNow now) {
    LogEnd log = LogEnd.of(home.log(Stack.KAFKA));
    for (StackProcess present : running(Stack.KAFKA)) {
      if (present.wiring().equals(keys.kafkaFingerprint())) {
        return new StartedProcess(present, log);
      }
      out.println("  " + Stack.KAFKA + ": stopping it, its secrets changed");
      present.process().end("TERM", STOP_LIMIT);
    }
    int port = ports.get(Stack.KAFKA);
    int controller = ports.get(PortBook.KAFKA_CONTROLLER);
    List<String> command =
        JavaCommand.program(
            home,
            Stack.KAFKA,
            BROKER_HEAP_MEGABYTES,
            ProcessTable.marks(
                home, Stack.KAFKA, port, build.fingerprint(), keys.kafkaFingerprint()),
            build.stage(home, Stack.KAFKA),
            BrokerProgram.class.getName(),
            List.of(
                home.fromWithin(home.kafkaData()),
                Integer.toString(port),
                Integer.toString(controller),
                home.fromWithin(home.kafkaSecrets())));
    return started(
        new StackProcess(Stack.KAFKA, start(Stack.KAFKA, command, Map.of()), port), log, now);
  }

  private StartedProcess postgres(Keys keys, StartedNow now) {
    LogEnd log = LogEnd.of(home.log(Stack.POSTGRES));
    for (StackProcess present : running(Stack.POSTGRES)) {
      if (present.port() == ports.get(Stack.POSTGRES)) {
        return new StartedProcess(present, log);
      }
      out.println("  " + Stack.POSTGRES + ": stopping it, its lock is damaged");
      PostgresServer.stop(present.process());
    }
    PostgresSettings settings =
        new PostgresSettings(
            PostgresBinaries.unpack(home.postgresBinaries()),
            home.postgresData(),
            home.log(Stack.POSTGRES),
            ports.get(Stack.POSTGRES),
            keys.postgresPassword(),
            true);
    LocalProcess server = new PostgresServer(settings).start();
    return started(new StackProcess(Stack.POSTGRES, server, settings.port()), log, now);
  }

  private void prepareDatabases(Credentials credentials, Keys keys) {
    Databases databases = new Databases(ports.get(Stack.POSTGRES), keys.postgresPassword());
    for (Credentials.Database database : credentials.databases()) {
      databases.ensure(database.database(), database.user(), database.password());
    }
  }

  private StartedProcess service(
      StackService service,
      String name,
      Build build,
      ServiceEnvironment environment,
      StartedNow now) {
    int port = ports.get(name);
    LogEnd log = LogEnd.of(home.log(name));
    for (StackProcess present : running(name)) {
      String fault = fault(present, port, build, environment);
      if (fault.isEmpty()) {
        return new StartedProcess(present, log);
      }
      out.println("  " + name + ": stopping it, " + fault);
      present.process().end("TERM", STOP_LIMIT);
    }
    if (!Patience.until(PORT_LIMIT, () -> Ports.isFree(port))) {
      throw new LocalStackException(
          "Port "
              + port
              + " for "
              + name
              + " is taken by another program"
              + (service == StackService.API_GATEWAY ? "; choose one with COFFER_PORT" : ""));
    }
    List<String> command =
        JavaCommand.service(
            home,
            service,
            name,
            ProcessTable.marks(home, name, port, build.fingerprint(), environment.wiring()),
            build.stage(home, service.processName()));
    LocalProcess process = start(name, command, environment.of(service, name));
    return started(new StackProcess(name, process, port), log, now);
  }

  /** Why a process that runs is of no use; empty when it is. */
  private String fault(
      StackProcess present, int port, Build build, ServiceEnvironment environment) {
    if (!present.build().equals(build.fingerprint())) {
      return "newer build";
    }
    if (present.port() != port || !present.wiring().equals(environment.wiring())) {
      return "ports or secrets changed";
    }
    return readiness.isLost(present) ? "it cannot go on" : "";
  }

  private List<StackProcess> running(String name) {
    return table.running().stream().filter(process -> process.name().equals(name)).toList();
  }

  private LocalProcess start(String name, List<String> command, Map<String, String> environment) {
    home.emptyTemporary(name);
    return Detached.start(command, environment, home.path(), home.log(name));
  }

  private StartedProcess started(StackProcess process, LogEnd log, StartedNow now) {
    now.add(process);
    out.println(
        "  " + process.name() + ": started, pid " + process.pid() + ", port " + process.port());
    StackFile.write(home, table.running());
    return new StartedProcess(process, log);
  }
}
