package io.coffer.owner.page;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A list that is read in pages, by offset or by marker, in the database. The rows have the fields
 * {@code id} and {@code projectId}.
 *
 * @param order ends with a key that no two rows share
 */
public record Listing<R>(Class<R> entity, List<SortKey<R>> order) {

  /** A part of the list, in order. An unknown marker gives no rows. */
  Uni<List<R>> rows(Mutiny.Session session, String project, Criteria criteria, Page page) {
    return part(session, "r", entity, project, criteria, page);
  }

  /** A part of the list, in order, wherever a marker is. */
  public Uni<List<R>> rows(Mutiny.Session session, Criteria criteria, Page page) {
    return select(session, "r", entity, criteria, page);
  }

  /** The ids of a part of the list, in order. */
  Uni<List<UUID>> ids(Mutiny.Session session, String project, Criteria criteria, Page page) {
    return part(session, "r.id", UUID.class, project, criteria, page);
  }

  /** Those of these rows that are there, in this order. */
  Uni<List<R>> some(Mutiny.Session session, List<UUID> ids) {
    return session
        .find(entity, ids.toArray())
        .map(rows -> rows.stream().filter(Objects::nonNull).toList());
  }

  /**
   * How long the whole list is, of which a page gave so many rows: a first page that is not full is
   * all of it.
   */
  Uni<Long> total(Mutiny.Session session, Criteria criteria, Page page, int rows) {
    return page.isAll(rows) ? Uni.createFrom().item((long) rows) : count(session, criteria);
  }

  private <T> Uni<List<T>> part(
      Mutiny.Session session,
      String wanted,
      Class<T> type,
      String project,
      Criteria criteria,
      Page page) {
    if (page.marker() == null) {
      return select(session, wanted, type, criteria, page);
    }
    return marked(session, project, page.marker())
        .chain(
            row ->
                row == null
                    ? Uni.createFrom().item(List.<T>of())
                    : select(session, wanted, type, after(criteria.copy(), row), page));
  }

  private <T> Uni<List<T>> select(
      Mutiny.Session session, String wanted, Class<T> type, Criteria criteria, Page page) {
    String hql =
        "select "
            + wanted
            + " from "
            + entity.getSimpleName()
            + " r"
            + criteria.clause()
            + clause();
    return criteria
        .bind(session.createSelectionQuery(hql, type))
        .setFirstResult(page.offset())
        .setMaxResults(page.limit())
        .getResultList();
  }

  /** How many fulfil the criteria. */
  public Uni<Long> count(Mutiny.Session session, Criteria criteria) {
    String hql = "select count(r) from " + entity.getSimpleName() + " r" + criteria.clause();
    return criteria.bind(session.createSelectionQuery(hql, Long.class)).getSingleResult();
  }

  private Uni<R> marked(Mutiny.Session session, String project, String marker) {
    Optional<UUID> id = Parameters.id(marker);
    if (id.isEmpty()) {
      return Uni.createFrom().nullItem();
    }
    Criteria one = Criteria.of(project).equal("id", id.get());
    String hql = "select r from " + entity.getSimpleName() + " r" + one.clause();
    return one.bind(session.createSelectionQuery(hql, entity)).getSingleResultOrNull();
  }

  /** Behind a row: equal in the first keys and behind it in the next one, for each key. */
  private Criteria after(Criteria criteria, R row) {
    List<String> values = order.stream().map(key -> criteria.name(key.value().apply(row))).toList();
    StringBuilder condition = new StringBuilder();
    for (int last = 0; last < order.size(); last++) {
      condition.append(last == 0 ? "(" : " or (");
      for (int key = 0; key < last; key++) {
        condition.append(order.get(key).expression()).append(" = ").append(values.get(key));
        condition.append(" and ");
      }
      SortKey<R> key = order.get(last);
      condition.append(key.expression()).append(key.descending() ? " < " : " > ");
      condition.append(values.get(last)).append(')');
    }
    return criteria.where(condition.toString());
  }

  private String clause() {
    return order.stream().map(SortKey::clause).collect(Collectors.joining(", ", " order by ", ""));
  }
}
