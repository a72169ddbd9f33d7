package io.coffer.systemtests.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A whole stack in a home of its own, started and asked through the launcher, as a user would. */
public final class RunningStack implements AutoCloseable {

  private static final Pattern DOOR =
      Pattern.compile("Listening for transport dt_socket at address: ([0-9]+)");

  private final Path checkout;
  private final Path home;
  private final int port;
  private final boolean borrowed;

  /** What {@code ./coffer} is told each time. */
  private final Map<String, String> settings = new ConcurrentHashMap<>();

  private RunningStack(Path checkout, Path home, int port, boolean borrowed) {
    this.checkout = checkout;
    this.home = home;
    this.port = port;
    this.borrowed = borrowed;
  }

  /**
   * Starts a stack, or borrows the one whose home the property {@code coffer.stack.home} names: it
   * is left running, with all that tests made in it.
   */
  static RunningStack start() {
    String running = System.getProperty("coffer.stack.home");
    return running == null ? startNew() : borrow(Path.of(running));
  }

  private static RunningStack borrow(Path home) {
    Path checkout = Path.of("..").toAbsolutePath().normalize();
    RunningStack unknownPort = new RunningStack(checkout, home, 0, true);
    return new RunningStack(checkout, home, unknownPort.port("api-gateway"), true);
  }

  private static RunningStack startNew() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      Path home = Files.createTempDirectory(target, "stack-");
      int port = free.getLocalPort();
      free.close();
      RunningStack stack = new RunningStack(target.resolve("../..").normalize(), home, port, false);
      stack.settings.put("COFFER_WORKER_MB_PER_S", "0");
      stack.settings.put("COFFER_WEBHOOK_ALLOW", "127.0.0.0/8"); // receivers of tests
      stack.settings.put("COFFER_RESTART", "never"); // tests kill, and look at what is missing
      stack.settings.put("JAVA_TOOL_OPTIONS", javaOptions());
      if (Disk.WANTED) {
        Disk.mountAll(home);
      }
      try {
        stack.up();
      } catch (AssertionError failed) {
        stack.coffer("down"); // leaves nothing running, and the logs
        throw failed;
      }
      return stack;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of this process, and what makes services start quickly that do not live long. */
  private static String javaOptions() {
    String own = Objects.requireNonNullElse(System.getenv("JAVA_TOOL_OPTIONS"), "");
    return (own + " " + System.getProperty("coffer.stack.java", "")).strip();
  }

  /** Starts what is missing, and returns when all of it is ready. */
  public void up() {
    coffer("up").ok();
  }

  /** Has so many workers from now on. */
  public void workers(int count) {
    settings.put("COFFER_WORKERS", Integer.toString(count));
  }

  /** Starts one process, while others are not well. */
  public void up(String process) {
    coffer("up", process).ok();
  }

  /** Runs {@code ./coffer} on this stack. */
  public Launched coffer(String... arguments) {
    return coffer(Map.of(), arguments);
  }

  /** Runs {@code ./coffer} on this stack with these variables. */
  public Launched coffer(Map<String, String> environment, String... arguments) {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(environment);
    all.put("COFFER_HOME", home.toString());
    all.put("COFFER_PORT", Integer.toString(port));
    all.put("COFFER_BUILD", "never");
    List<String> command = new ArrayList<>();
    command.add(checkout.resolve("coffer").toString());
    command.addAll(Arrays.asList(arguments));
    return Launcher.run(all, command);
  }

  /** The same with a door for a debugger on the loopback. */
  public void upToDebug(String process) {
    String door = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0";
    String options = settings.getOrDefault("JAVA_TOOL_OPTIONS", "") + " " + door;
    coffer(Map.of("JAVA_TOOL_OPTIONS", options.strip()), "up", process).ok();
  }

  /** The port of the door of a process that was started to be debugged. */
  public int debugPort(String process) throws IOException {
    return DOOR.matcher(log(process))
        .results()
        .reduce((earlier, later) -> later)
        .map(found -> Integer.valueOf(found.group(1)))
        .orElseThrow(() -> new AssertionError(process + " has no door"));
  }

  /** Where the stack keeps its data. */
  public Path home() {
    return home;
  }

  /** The file {@code credentials.json}. */
  public JsonNode credentials() {
    return read("credentials.json");
  }

  /** What a process wrote into its log. */
  public String log(String process) throws IOException {
    return Files.readString(home.resolve("logs").resolve(process + ".log"));
  }

  /** The process id of a process. */
  public long pid(String process) {
    return process(process).path("pid").asLong();
  }

  /** The port of a process. */
  public int port(String process) {
    return process(process).path("port").asInt();
  }

  /** The settings of a Kafka client that may do everything, on top of those of its own. */
  public Map<String, Object> kafka(Map<String, Object> own) {
    Map<String, Object> all = new HashMap<>(own);
    all.put("bootstrap.servers", "127.0.0.1:" + port("kafka"));
    Properties login = new Properties();
    try (var file = Files.newBufferedReader(home.resolve("keys/kafka/operator.properties"))) {
      login.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    login.stringPropertyNames().forEach(name -> all.put(name, login.getProperty(name)));
    return all;
  }

  /** Whether a process lives that was started under this name. */
  public boolean isAlive(String process) {
    return handle(process).filter(ProcessHandle::isAlive).isPresent();
  }

  /** Ends a process without a chance to say goodbye. */
  public void kill(String process) {
    handle(process).ifPresent(RunningStack::kill);
  }

  /** Sends a process a signal by its name, such as {@code STOP}. */
  public void signal(String process, String signal) {
    long pid = handle(process).orElseThrow().pid();
    Launcher.run(Map.of(), List.of("kill", "-" + signal, Long.toString(pid))).ok();
  }

  /** The same for a process and all that it started. */
  public void signalAll(String process, String signal) {
    ProcessHandle parent = handle(process).orElseThrow();
    Stream.concat(Stream.of(parent), parent.descendants())
        .map(each -> List.of("kill", "-" + signal, Long.toString(each.pid())))
        .forEach(kill -> Launcher.run(Map.of(), kill));
  }

  /** Has a worker that reads at most so many megabytes a second; 0 for no limit. */
  void workerAt(int megabytesPerSecond) {
    String pace = Integer.toString(megabytesPerSecond);
    if (pace.equals(settings.get("COFFER_WORKER_MB_PER_S"))) {
      return;
    }
    kill("backup-worker");
    coffer(Map.of("COFFER_WORKER_MB_PER_S", pace), "up").ok();
    settings.put("COFFER_WORKER_MB_PER_S", pace); // not before: what failed is tried again
  }

  @Override
  public void close() throws IOException {
    if (borrowed) {
      workerAt(0);
      return;
    }
    coffer("down").ok();
    if (Disk.WANTED) {
      Disk.unmountAll(home);
    }
    try (var below = Files.list(home)) {
      for (Path data : below.filter(path -> !path.endsWith("logs")).toList()) {
        Launcher.run(Map.of(), List.of("chmod", "-R", "u+w", data.toString()));
        Launcher.run(Map.of(), List.of("rm", "-r", data.toString())).ok();
      }
    }
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  private Optional<ProcessHandle> handle(String process) {
    return ProcessHandle.of(pid(process));
  }

  private JsonNode process(String name) {
    return StreamSupport.stream(read("stack.json").path("processes").spliterator(), false)
        .filter(process -> process.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in stack.json"));
  }

  private JsonNode read(String file) {
    try {
      return Json.MAPPER.readTree(home.resolve(file).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
