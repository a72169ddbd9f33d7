package io.coffer.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogEndTest {

  @TempDir private Path directory;
  private Path log;
  private LogEnd end;

  @BeforeEach
  void begin() throws IOException {
    log = Files.writeString(directory.resolve("log"), "FATAL:  of an earlier run\n");
    end = LogEnd.of(log);
  }

  @Test
  void tellsOnlyWhatWasAdded() {
    assertThat(end.complaint()).isEqualTo("it said nothing");
  }

  @Test
  void tellsTheDatabasesComplaint() throws IOException {
    add("2026-11-29 13:00:00.000 UTC [7] @ LOG:  starting\n");
    add("2026-11-29 13:00:00.000 UTC [7] @ FATAL:  lock file \"postmaster.pid\" is empty\n");
    add("2026-11-29 13:00:00.000 UTC [7] @ HINT:  Either another server is starting\n");
    assertThat(end.complaint()).isEqualTo("FATAL:  lock file \"postmaster.pid\" is empty");
  }

  @Test
  void tellsWhyAServiceFailedToStart() throws IOException {
    add(
        """
        2026-11-29 13:00:00,000 Z ERROR [io.qu.ru.Application] (main) Failed to start application: \
        java.lang.RuntimeException: Failed to start quarkus
        \tat io.quarkus.runner.ApplicationImpl.doStart(Unknown Source)
        Caused by: java.lang.reflect.InvocationTargetException
        Caused by: java.lang.IllegalStateException: The sealing key in /keys is not the one.
        \tat io.coffer.Guard.check(Guard.java:7)
        Caused by: io.coffer.SealBrokenException: it does not open
        """);
    assertThat(end.complaint()).isEqualTo("The sealing key in /keys is not the one.");
  }

  @Test
  void tellsWhatEndedTheBroker() throws IOException {
    add("Exception in thread \"main\" io.coffer.local.LocalStackException: Cannot use /data: x\n");
    add("\tat io.coffer.local.KafkaBroker.main(KafkaBroker.java:7)\n");
    add("Caused by: java.nio.file.FileSystemException: /data: x\n");
    assertThat(end.complaint()).isEqualTo("Cannot use /data: x");
  }

  @Test
  void tellsTheCauseOfWhatTellsNothing() throws IOException {
    add("Exception in thread \"main\" java.lang.reflect.UndeclaredThrowableException\n\tat x\n");
    add("Caused by: java.nio.file.NoSuchFileException: /home/application.dat\n\t... 4 more\n");
    assertThat(end.complaint()).isEqualTo("/home/application.dat");
  }

  @Test
  void tellsThatTheDiskIsFullBeforeAnythingElse() throws IOException {
    add("2026-11-29 13:00:00.000 UTC [7] @ ERROR:  could not extend: No space left on device\n");
    add("2026-11-29 13:00:00.000 UTC [7] @ PANIC:  cannot abort transaction 1\n");
    assertThat(end.complaint()).contains("the disk of " + directory + " is full");
  }

  @Test
  void tellsTheLastLineWhereNoneIsAComplaint() throws IOException {
    add("Unrecognized VM option\nCould not create the Java Virtual Machine\n\n");
    assertThat(end.complaint()).isEqualTo("Could not create the Java Virtual Machine");
  }

  private void add(String text) throws IOException {
    Files.writeString(log, text, StandardOpenOption.APPEND);
  }
}
