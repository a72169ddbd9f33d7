package io.coffer.scheduler.calendar;

import io.coffer.messaging.dispatch.Sequence;
import io.coffer.owner.store.Many;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * When policies fire next. A timetable that ends while moments of it are due stays until each of
 * them is told of; the one that follows begins where it ends, so that no moment is in two.
 */
@ApplicationScoped
public class NextFireStore implements PanacheRepositoryBase<NextFireRow, UUID> {

  private static final String OPEN = "endsAt is null and ";

  private final FireStore fires;

  NextFireStore(FireStore fires) {
    this.fires = fires;
  }

  /** The moment, if it is the next one of this policy for this vault; else null. */
  public Uni<NextFire> of(String project, UUID policyId, UUID vaultId, Instant moment) {
    return at(policyId, vaultId, moment)
        .map(row -> row == null || !row.project.equals(project) ? null : row.state());
  }

  /** The policy acts for these vaults from now on, in place of what acted for them before. */
  public Uni<Void> begin(
      String project, UUID policyId, List<UUID> vaults, Timetable timetable, Instant from) {
    return Many.each(this, vaults, some -> beginSome(project, policyId, some, timetable, from));
  }

  private Uni<List<NextFireRow>> beginSome(
      String project, UUID policyId, List<UUID> vaults, Timetable timetable, Instant from) {
    return list(OPEN + "vaultId in ?1", vaults)
        .chain(
            open ->
                covered(policyId, vaults, from)
                    .chain(
                        covered -> {
                          NextFireRow like = row(project, policyId, timetable);
                          NextFireRows.Change change =
                              new NextFireRows(like, from, open, covered).of(vaults);
                          return apply(change)
                              .replaceWith(
                                  () ->
                                      Stream.concat(open.stream(), change.made().stream())
                                          .toList());
                        }));
  }

  /** The policy does not act for the vault any more. */
  public Uni<Void> end(UUID policyId, UUID vaultId, Instant at) {
    return list(OPEN + "policyId = ?1 and vaultId = ?2", policyId, vaultId)
        .chain(rows -> end(rows, at));
  }

  /** No policy acts for the vault any more. */
  public Uni<Void> endOfVault(UUID vaultId, Instant at) {
    return list(OPEN + "vaultId = ?1", vaultId).chain(rows -> end(rows, at));
  }

  /** The policy does not act any more. */
  public Uni<Void> end(UUID policyId, Instant at) {
    return Many.whereItHolds(this, rows -> end(rows, at), OPEN + "policyId = ?1", policyId);
  }

  /** Something was done about the moment. */
  Uni<Void> fired(UUID policyId, UUID vaultId, Instant moment) {
    return at(policyId, vaultId, moment)
        .onItem()
        .ifNotNull()
        .transformToUni(
            row -> {
              Instant next = row.timetable().calendar().nextAfter(moment);
              if (row.endsAt != null && next.isAfter(row.endsAt)) {
                return delete(row);
              }
              row.moment = next;
              row.leasedUntil = null;
              return Uni.createFrom().voidItem();
            });
  }

  private Uni<NextFireRow> at(UUID policyId, UUID vaultId, Instant moment) {
    return find("policyId = ?1 and vaultId = ?2 and moment = ?3", policyId, vaultId, moment)
        .firstResult();
  }

  private Uni<Void> end(List<NextFireRow> rows, Instant at) {
    return Sequence.each(
        rows,
        row -> {
          if (row.moment.isAfter(at)) {
            return delete(row);
          }
          row.endsAt = at;
          return Uni.createFrom().voidItem();
        });
  }

  private static NextFireRow row(String project, UUID policyId, Timetable timetable) {
    NextFireRow row = new NextFireRow();
    row.project = project;
    row.policyId = policyId;
    row.pattern = timetable.pattern();
    row.scheduleTimezone = timetable.scheduleTimezone();
    row.anchor = timetable.anchor();
    row.windowMinutes = timetable.windowMinutes();
    return row;
  }

  private Uni<Void> apply(NextFireRows.Change change) {
    return getSession()
        .chain(session -> session.removeAll(change.gone().toArray()))
        .chain(
            () -> change.made().isEmpty() ? Uni.createFrom().voidItem() : persist(change.made()));
  }

  /**
   * Until when after this moment others are done about, or left to timetables that ended, by vault:
   * clocks differ, and what begins now may begin before that.
   */
  private Uni<Map<UUID, Instant>> covered(UUID policyId, List<UUID> vaults, Instant from) {
    return fires
        .newest(policyId, vaults, from)
        .chain(
            newest ->
                list("endsAt is not null and policyId = ?1 and vaultId in ?2", policyId, vaults)
                    .map(
                        ended -> {
                          Map<UUID, Instant> covered = new HashMap<>(newest);
                          ended.forEach(
                              row -> covered.merge(row.vaultId, row.endsAt, NextFireRows::later));
                          return covered;
                        }));
  }
}
