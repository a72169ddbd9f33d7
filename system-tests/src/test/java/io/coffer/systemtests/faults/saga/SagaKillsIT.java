package io.coffer.systemtests.faults.saga;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A vault is bought, changed and given back, and another one is refused, once for each moment of
 * each unit of work that a service does for it: the service is killed there with {@code kill -9}.
 * The profile {@code soak} plays each moment three times; without it nothing is killed.
 */
@EnabledIfSystemProperty(
    named = "coffer.saga.kills",
    matches = "[1-9][0-9]*",
    disabledReason = "only in the long run")
@ExtendWith(WholeStack.class)
class SagaKillsIT {

  private static final String REPORT = System.getProperty("coffer.saga.report", "");
  private static final List<String> ROWS = new ArrayList<>();

  private final int kills = Integer.getInteger("coffer.saga.kills", 0);
  private int struck;

  /** Keeps what the last long run showed, where a report is asked for. */
  @AfterAll
  static void report() throws IOException {
    if (!REPORT.isEmpty() && ROWS.size() == 2) {
      Files.createDirectories(Path.of(REPORT).getParent());
      Files.writeString(
          Path.of(REPORT),
          """
          # What was bought while its services died

          Made by `./mvnw verify -Psoak -pl system-tests -Dit.test=SagaKillsIT` on %s with Java %d. A vault was ordered, paid, enlarged and
          given back, and another one was ordered that could not be made; each service was killed by `kill -9` when it had claimed, when it
          had committed, and when it had sent the first record of each unit of work of that. Each time all orders ended, what was paid is what
          the completed ones cost, the balance is the sum of its postings, all postings sum to zero, and nothing is paid for that is not there;
          at the end a rebuild of the stores gave the same rows, and there was no dead letter.

          | service | times each moment | kills |
          |---|---|---|
          %s"""
              .formatted(
                  LocalDate.now(ZoneOffset.UTC),
                  Runtime.version().feature(),
                  String.join("", ROWS)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"billing-service", "vault-service"})
  void leavesOrderVaultBalanceAndLedgerInAgreement(String process, RunningStack stack)
      throws Exception {
    Project project = Project.of(stack, "region-1");
    JsonNode deadLetters = stack.coffer("dlq", "list", "-o", "json").ok().json();
    LocalServer server = LocalServer.create(stack, project, "held", List.of(new byte[100]));
    new Vaults(project).create("holds " + process, server.id());
    stack.kill(process);
    stack.upToDebug(process);
    try (Books books = Books.of(stack.credentials())) {
      for (int time = 0; time < kills; time++) {
        for (Cell.Where where : Cell.Where.values()) {
          Cell first = new Cell(process, where, 1);
          strikeAll(stack, first, books, Buyer::buysChangesAndGivesBack);
          strikeAll(stack, first, books, buyer -> buyer.isRefused(server.id()));
        }
      }
    } finally {
      stack.kill(process);
      stack.up(process);
    }
    ROWS.add("| %s | %d | %d |\n".formatted(process, kills, struck));
    assertThat(struck).isGreaterThanOrEqualTo(kills * 12);
    stack.coffer("replay", "verify").ok();
    assertThat(stack.coffer("dlq", "list", "-o", "json").ok().json()).isEqualTo(deadLetters);
  }

  /** One unit after the other, until there is none left to be struck. */
  private void strikeAll(RunningStack stack, Cell first, Books books, Course course)
      throws Exception {
    boolean more = true;
    for (Cell cell = first; more; cell = cell.next()) {
      Buyer buyer = new Buyer(Project.of(stack, "region-1"));
      try (Killer killer = Killer.at(stack, cell)) {
        course.go(buyer);
        more = killer.killed();
      }
      struck += more ? 1 : 0;
      assertThat(books.paid(buyer.orders())).as("%s", cell).isEqualByComparingTo(buyer.cost());
      assertThat(books.all()).as("%s", cell).isEqualByComparingTo(BigDecimal.ZERO);
      assertThat(books.difference()).as("%s", cell).isEqualByComparingTo(BigDecimal.ZERO);
      assertThat(books.subscribed(buyer.orders())).as("%s", cell).isEqualTo(BigDecimal.ZERO);
    }
  }

  /** What a buyer does. */
  @FunctionalInterface
  private interface Course {
    void go(Buyer buyer);
  }
}
