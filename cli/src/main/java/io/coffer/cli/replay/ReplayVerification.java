package io.coffer.cli.replay;

import io.coffer.cli.stack.Credentials;
import io.coffer.cli.stack.Stack;
import io.coffer.cli.stack.StackService;
import io.coffer.local.Databases;
import io.coffer.local.LocalStackException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/** Folds the topics of one service into a side database, and compares it with the live one. */
final class ReplayVerification {

  private static final Duration QUIET_LIMIT = Duration.ofMinutes(2);
  private static final Duration REPLAY_LIMIT = Duration.ofHours(2);
  private static final int ATTEMPTS = 5;
  private static final long STEP_MILLIS = 200;
  private static final Pattern LAST_LINE =
      Pattern.compile("replayed (\\d+) records, passed over (\\d+)");

  private final Stack stack;
  private final StackService service;
  private final Credentials.Database database;

  ReplayVerification(Stack stack, StackService service) {
    this.stack = stack;
    this.service = service;
    this.database = stack.credentials().database(service.processName());
  }

  /** Compares; again when events arrived in between. */
  ReplayResult run() throws Exception {
    try (TopicPositions positions = new TopicPositions(stack.kafka())) {
      for (int attempt = 1; ; attempt++) {
        awaitQuiet(positions);
        Map<TopicPartition, Long> ends = positions.ends();
        CanonicalDump live = dump(database.database());
        String side = database.database() + "_replay";
        Databases databases = new Databases(database.port(), stack.postgresPassword());
        databases.drop(side);
        databases.create(side, database.user());
        try {
          Replayed replayed = replay(side);
          CanonicalDump rebuilt = dump(side);
          boolean equal = live.sha256().equals(rebuilt.sha256());
          if (equal || attempt == ATTEMPTS || positions.ends().equals(ends)) {
            return new ReplayResult(
                service.processName(),
                equal,
                replayed.records(),
                replayed.passedOver(),
                live.tables(),
                live.sha256(),
                rebuilt.sha256());
          }
        } finally {
          databases.drop(side);
        }
      }
    }
  }

  private void awaitQuiet(TopicPositions positions)
      throws SQLException, ExecutionException, InterruptedException {
    long deadline = System.nanoTime() + QUIET_LIMIT.toNanos();
    try (Connection connection = connect(database.database())) {
      while (positions.lag(service.processName()) > 0 || !outboxIsEmpty(connection)) {
        if (System.nanoTime() > deadline) {
          throw new LocalStackException(
              service.processName() + " has not worked off its topics in " + QUIET_LIMIT);
        }
        Thread.sleep(STEP_MILLIS);
      }
    }
  }

  private static boolean outboxIsEmpty(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("select not exists (select 1 from plumbing.outbox)")) {
      return found.next() && found.getBoolean(1);
    }
  }

  private record Replayed(long records, long passedOver) {}

  private Replayed replay(String side) throws IOException, InterruptedException {
    Stack.Replay program = stack.replay(service, side);
    Path log = stack.home().log(service.processName() + "-replay");
    ProcessBuilder builder =
        new ProcessBuilder(program.command())
            .directory(stack.home().path().toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(program.environment());
    Process process = builder.start();
    try {
      if (!process.waitFor(REPLAY_LIMIT.toSeconds(), TimeUnit.SECONDS)
          || process.exitValue() != 0) {
        throw new LocalStackException(
            "The replay of " + service.processName() + " failed; its log is " + log);
      }
    } finally {
      process.destroyForcibly();
    }
    Matcher matcher = LAST_LINE.matcher(Files.readString(log));
    Replayed replayed = null;
    while (matcher.find()) {
      replayed = new Replayed(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }
    if (replayed == null) {
      throw new LocalStackException("The replay did not say how much it read; its log is " + log);
    }
    return replayed;
  }

  private CanonicalDump dump(String name) throws SQLException {
    try (Connection connection = connect(name)) {
      return CanonicalDump.of(connection, "store");
    }
  }

  private Connection connect(String name) throws SQLException {
    return DriverManager.getConnection(
        Databases.jdbcUrl(database.port(), name), database.user(), database.password());
  }
}
