package io.coffer.cli.stack;

import io.coffer.cli.home.Home;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer logs}. */
@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    description = "Show what a process of the stack printed.")
public final class LogsCommand implements Callable<Integer> {

  private static final long POLL_MILLIS = 300;

  @Parameters(
      paramLabel = "SERVICE",
      description =
          "postgres, kafka, api-gateway, vault-service, backup-worker, policy-scheduler or"
              + " billing-service")
  private String service;

  @Option(
      names = {"-n", "--lines"},
      defaultValue = "100",
      description = "How many of the last lines (default: ${DEFAULT-VALUE}).")
  private int lines;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on showing what is printed, until interrupted.")
  private boolean follow;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path log = Home.ofEnvironment().log(service);
    if (!service.matches("[a-z0-9-]+") || !Files.exists(log)) {
      System.err.println("coffer: there is no log of " + service);
      return 1;
    }
    long end = Files.size(log);
    System.out.println(LogTail.of(log, lines));
    while (follow) {
      Thread.sleep(POLL_MILLIS);
      end = showFrom(log, Math.min(end, Files.size(log)));
    }
    return 0;
  }

  private static long showFrom(Path log, long position) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(position);
      byte[] buffer = new byte[1 << 16];
      for (int read = file.read(buffer); read > 0; read = file.read(buffer)) {
        System.out.write(buffer, 0, read);
      }
      System.out.flush();
      return file.getFilePointer();
    }
  }
}
