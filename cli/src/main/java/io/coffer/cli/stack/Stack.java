package io.coffer.cli.stack;

import io.coffer.cli.home.Home;
import io.coffer.cli.home.JsonFile;
import io.coffer.cli.home.Keys;
import io.coffer.local.LocalStackException;
import io.coffer.local.TopicAccess;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A stack on this machine as it is: its processes, its credentials and the way to its parts. */
public final class Stack {

  public static final String POSTGRES = "postgres";
  public static final String KAFKA = "kafka";

  private final Home home;
  private final ProcessTable table;

  public Stack(Home home) {
    this.home = home;
    this.table = new ProcessTable(home);
  }

  /** The stack of {@link Home#ofEnvironment()}. */
  public static Stack ofEnvironment() {
    return new Stack(Home.ofEnvironment());
  }

  /** The names of the processes of every stack. */
  static List<String> processes() {
    return Stream.concat(
            Stream.of(POSTGRES, KAFKA),
            Stream.of(StackService.values()).map(StackService::processName))
        .toList();
  }

  /** Whether a process of a stack may have this name: one of those, or a further worker. */
  static boolean isProcess(String name) {
    return processes().contains(name) || Workers.isOne(name);
  }

  public Home home() {
    return home;
  }

  /** Starts what is missing, and returns when all of it is ready; says what it does. */
  public Credentials up(PrintStream out) {
    return new StackStart(home, StackOptions.ofEnvironment(), Set.of(), out).run();
  }

  /** All live processes. */
  public List<StackProcess> running() {
    return table.running();
  }

  /** The credentials; fails with advice where no stack was ever started. */
  public Credentials credentials() {
    return JsonFile.read(home.credentials(), Credentials.class)
        .orElseThrow(
            () ->
                new LocalStackException(
                    "There is no stack in " + home.path() + " yet; start one with: ./coffer up"));
  }

  /** The superuser's password of the stack's PostgreSQL. */
  public String postgresPassword() {
    return Keys.load(home, null).postgresPassword();
  }

  /** The way to the broker for who may do everything; fails with advice when it is down. */
  public KafkaClient kafka() {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("bootstrap.servers", "127.0.0.1:" + port(KAFKA));
    settings.putAll(Keys.load(home, null).kafkaLogin(TopicAccess.OPERATOR).settings());
    return new KafkaClient(settings);
  }

  /** The port of a running process; fails with advice when it is down. */
  public int port(String process) {
    return process(process).port();
  }

  private StackProcess process(String name) {
    return table
        .find(name)
        .orElseThrow(
            () -> new LocalStackException(name + " is not running; start it with: ./coffer up"));
  }

  /**
   * The command and the environment that fold a service's topics into another database of the
   * running stack, with the very build that runs.
   */
  public Replay replay(StackService service, String database) {
    StackProcess live = process(service.processName());
    Map<String, Integer> ports = new TreeMap<>();
    running().forEach(process -> ports.put(process.name(), process.port()));
    StackOptions options = StackOptions.ofEnvironment();
    ServiceEnvironment environment =
        new ServiceEnvironment(
            home, credentials(), Keys.load(home, options.masterKeyFile()), ports, null);
    Path application = home.builds().resolve(service.processName() + "-" + live.build());
    String name = service.processName() + "-replay";
    home.emptyTemporary(name);
    return new Replay(
        JavaCommand.service(home, service, name, List.of(), application),
        environment.ofReplay(service, database));
  }

  /** How to start a service that only replays, in the home. */
  public record Replay(List<String> command, Map<String, String> environment) {}
}
