package io.coffer.worker.testing;

import static org.awaitility.Awaitility.await;

import io.coffer.local.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged worker as a process of its own, to be killed, stopped and woken. */
public final class WorkerProcess implements AutoCloseable {

  /** Workers can be tried on another JDK than the tests. */
  private static final String JAVA_HOME =
      System.getProperty("worker.java.home", System.getProperty("java.home"));

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final Path log;
  private final String url;

  private WorkerProcess(Process process, Path log, String url) {
    this.process = process;
    this.log = log;
    this.url = url;
  }

  /** Starts one without waiting for it. */
  static WorkerProcess start(Path log, Map<String, String> environment) throws IOException {
    int port = Ports.free(1).get(0);
    List<String> command = new ArrayList<>();
    command.add(Path.of(JAVA_HOME, "bin", "java").toString());
    command.addAll(
        List.of(System.getProperty("worker.jvm", "-Xmx192m -XX:TieredStopAtLevel=1").split(" ")));
    command.addAll(List.of("-XX:+UseSerialGC", "-jar"));
    command.add(WorkerPackage.copy().resolve("quarkus-run.jar").toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    return new WorkerProcess(builder.start(), log, "http://127.0.0.1:" + port);
  }

  /** Waits until it says that it is ready. */
  public WorkerProcess ready() {
    await()
        .atMost(Duration.ofSeconds(180))
        .pollInterval(Duration.ofMillis(200))
        .failFast("the worker ended, see " + log, () -> !process.isAlive())
        .ignoreExceptions()
        .until(() -> get("/q/health/ready", null).statusCode() == 200);
    return this;
  }

  /** What it answers to a request for an internal route. */
  public HttpResponse<String> internal(String path) throws IOException, InterruptedException {
    return get("/internal" + path, "Bearer " + WorkerStack.TOKEN);
  }

  /** What an internal route answers to a question in JSON. */
  public HttpResponse<String> ask(String path, String json)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(url + "/internal" + path))
            .timeout(Duration.ofSeconds(5))
            .header("Authorization", "Bearer " + WorkerStack.TOKEN)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** What an internal route answers to an order to delete. */
  public HttpResponse<String> delete(String path) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(url + "/internal" + path))
            .timeout(Duration.ofSeconds(5))
            .header("Authorization", "Bearer " + WorkerStack.TOKEN)
            .DELETE()
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** What it answers to a request with this authorization; null for none. */
  public HttpResponse<String> get(String path, String authorization)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(5));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  public long pid() {
    return process.pid();
  }

  /** Ends it without a chance to do anything. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end; returns whether it did within a time. */
  public boolean terminate(Duration within) throws InterruptedException {
    process.destroy();
    return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Sends a signal by name, such as STOP or CONT. */
  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
  }

  /** Waits for it to end by itself. */
  public int exitCode(Duration within) throws InterruptedException {
    return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
  }

  public String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    try {
      signal("CONT");
      kill();
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
