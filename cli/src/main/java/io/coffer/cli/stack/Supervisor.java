package io.coffer.cli.stack;

import io.coffer.cli.home.Home;
import io.coffer.cli.home.StackLock;
import io.coffer.local.LocalProcess;
import io.coffer.local.LocalStackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The program that {@code up} leaves behind: it starts again what died, as it was, and ends when
 * nothing is wanted any more. It keeps its hands off while another command holds the stack's lock.
 */
final class Supervisor {

  /** Its name among the processes of a stack. */
  static final String NAME = "supervisor";

  private static final Duration STEP = Duration.ofSeconds(1);

  private final Home home;
  private final Clock clock;
  private final ProcessTable table;
  private final Map<String, Remembered> alive = new HashMap<>();
  private final Map<String, BackOff> backOffs = new TreeMap<>();
  private final Map<String, Instant> down = new TreeMap<>();

  Supervisor(Home home, Clock clock) {
    this.home = home;
    this.clock = clock;
    this.table = new ProcessTable(home);
  }

  public static void main(String[] arguments) throws InterruptedException {
    Supervisor supervisor =
        new Supervisor(new Home(Path.of(""), Path.of(arguments[0])), Clock.systemUTC());
    boolean wanted = supervisor.look();
    supervisor.report(); // which says as well that it knows them all
    while (wanted) {
      Thread.sleep(STEP.toMillis());
      wanted = supervisor.look();
    }
  }

  /** Looks once at what lives, and starts what is due; false when nothing is wanted any more. */
  boolean look() {
    if (!Files.isDirectory(home.path())) {
      return false;
    }
    Optional<List<String>> wanted = StackFile.wanted(home);
    if (wanted.filter(List::isEmpty).isPresent()) {
      return false;
    }
    List<String> names = wanted.orElse(List.copyOf(alive.keySet()));
    if (!names.stream().allMatch(this::lives)) {
      remember();
      try (StackLock lock = StackLock.tryTake(home).orElse(null)) {
        if (lock != null) {
          mend(names);
        }
      } catch (LocalStackException failed) {
        say(failed.getMessage());
      }
    }
    return true;
  }

  private boolean lives(String name) {
    return alive.containsKey(name) && alive.get(name).process().process().isAlive();
  }

  private void remember() {
    for (StackProcess process : table.running()) {
      Remembered.of(process).ifPresent(found -> alive.put(process.name(), found));
    }
  }

  private void mend(List<String> names) {
    remember(); // whoever held the lock may have started others
    for (String name : names) {
      if (alive.containsKey(name) && !lives(name)) {
        startWhenDue(name);
      } else {
        down.remove(name);
      }
    }
  }

  private void startWhenDue(String name) {
    Instant now = clock.instant();
    BackOff backOff = backOffs.getOrDefault(name, BackOff.NONE);
    Instant due = backOff.next(now);
    if (now.isBefore(due)) {
      if (down.put(name, due) == null) {
        report();
      }
      return;
    }
    backOffs.put(name, backOff.startedAgain(now));
    down.put(name, backOffs.get(name).next(now));
    report();
    LocalProcess again = alive.get(name).startAgain(home);
    say("died, and started again process=" + name + " pid=" + again.pid());
    down.remove(name);
    report();
    StackFile.write(home, table.running());
  }

  private void report() {
    Restarts.write(home, backOffs, down);
  }

  private void say(String what) {
    System.out.println(clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + what);
  }
}
