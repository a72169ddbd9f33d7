package io.coffer.scheduler.fire;

import io.coffer.contracts.DerivedId;
import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.round.Rounds;
import io.coffer.messaging.round.Setbacks;
import io.coffer.messaging.time.Clock;
import io.coffer.scheduler.calendar.NextFireTable;
import io.coffer.scheduler.calendar.NextFireTable.Due;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Looks for moments that are due and has them carried out, those of a project one after the other.
 * Every replica does; a lease keeps them apart, and where it does not, the project's turn does.
 */
@ApplicationScoped
public class FireLoop {

  private static final Logger LOG = Logger.getLogger(FireLoop.class);
  private static final String TYPE = "coffer.scheduler.fire-due.v1";

  private final NextFireTable table;
  private final Inventory inventory;
  private final LocalDispatch messages;
  private final Clock clock;
  private final FireSettings settings;
  private final Setbacks setbacks = new Setbacks();
  private final Rounds rounds = new Rounds("fires", this::tick);
  private final ExecutorService carriers;

  /** Projects whose fires take longer than anybody waits. */
  private final Set<String> hung = ConcurrentHashMap.newKeySet();

  FireLoop(
      NextFireTable table,
      Inventory inventory,
      LocalDispatch messages,
      Clock clock,
      FireSettings settings) {
    this.table = table;
    this.inventory = inventory;
    this.messages = messages;
    this.clock = clock;
    this.settings = settings;
    this.carriers =
        Executors.newFixedThreadPool(
            settings.carriers(),
            work -> {
              Thread made = new Thread(work, "fires of a project");
              made.setDaemon(true);
              return made;
            });
  }

  void start(@Observes StartupEvent started) {
    if (settings.enabled()) {
      rounds.begin(settings.every());
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    rounds.close();
    carriers.shutdownNow();
  }

  /**
   * Carries out what is due now, or where it is much as much as its {@link Pace} allows; how many
   * policies were carried out for how many vaults. Projects do not wait for each other: one whose
   * resources nobody tells of is left alone until it is through. What did not go through is tried
   * again at a pace of its own: it makes no other begin sooner, and none later.
   */
  public int tick() {
    Instant now = clock.now();
    return table.crowds(now, settings.lease(), hung).stream()
        .mapToInt(crowd -> carryOut(crowd.again(), Pace.most(crowd, now, settings)))
        .sum();
  }

  private int carryOut(boolean again, int most) {
    int carried = 0;
    int asked;
    List<Due> claimed;
    do {
      asked = Math.min(settings.batch(), most - carried);
      claimed = table.claim(clock.now(), again, asked, settings.lease(), hung);
      Map<String, CompletableFuture<Void>> running = new HashMap<>();
      claimed.stream()
          .collect(Collectors.groupingBy(Due::project, LinkedHashMap::new, Collectors.toList()))
          .forEach((project, dues) -> running.put(project, carryOut(dues)));
      leave(running);
      carried += claimed.size();
    } while (claimed.size() == asked && carried < most);
    return carried;
  }

  /** Waits for those that are quick. */
  private void leave(Map<String, CompletableFuture<Void>> running) {
    long deadline = System.nanoTime() + settings.patience().toNanos();
    running.forEach(
        (project, carried) -> {
          try {
            carried.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
          } catch (TimeoutException e) {
            hung.add(project);
            carried.whenComplete((done, failure) -> hung.remove(project));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (ExecutionException e) {
            LOG.errorf(e, "fires wait project=%s", project);
          }
        });
  }

  /** All of one project. Where the inventory did not answer once it is not waited for again. */
  private CompletableFuture<Void> carryOut(List<Due> dues) {
    CompletableFuture<Boolean> answers = CompletableFuture.completedFuture(true);
    for (Due due : dues) {
      answers =
          answers.thenCompose(ask -> carryOut(due, ask).thenApply(answered -> ask && answered));
    }
    return answers.thenApply(done -> null);
  }

  /** Whether the inventory answered. What fails is tried again when its lease is over, or later. */
  private CompletableFuture<Boolean> carryOut(Due due, boolean ask) {
    if (setbacks.last(id(due), clock.now())) {
      return CompletableFuture.completedFuture(true);
    }
    LOG.debugf("due policy=%s vault=%s moment=%s", due.policyId(), due.vaultId(), due.moment());
    return CompletableFuture.supplyAsync(() -> table.resourcesIn(due.vaultId()), carriers)
        .thenCompose(
            resources ->
                found(due, resources, ask)
                    .thenApplyAsync(found -> give(due, resources, found), carriers))
        .exceptionally(
            failure -> {
              LOG.errorf(
                  failure,
                  "waits policy=%s vault=%s moment=%s",
                  due.policyId(),
                  due.vaultId(),
                  due.moment());
              return true;
            });
  }

  private CompletableFuture<Optional<FoundResources>> found(
      Due due, List<String> resources, boolean ask) {
    return ask
        ? inventory.find(due.project(), resources)
        : CompletableFuture.completedFuture(Optional.empty());
  }

  private boolean give(Due due, List<String> resources, Optional<FoundResources> found) {
    Instant now = clock.now();
    FireDue message =
        new FireDue(
            due.policyId(),
            due.vaultId(),
            due.moment(),
            resources,
            found.orElse(FoundResources.NOTHING));
    setbacks.attempt(
        id(due),
        "policy=" + due.policyId() + " vault=" + due.vaultId() + " moment=" + due.moment(),
        now,
        () -> messages.give(UUID.randomUUID(), TYPE, now, due.project(), message));
    return found.isPresent();
  }

  private static UUID id(Due due) {
    return DerivedId.of(due.vaultId(), due.policyId() + "/" + due.moment());
  }
}
