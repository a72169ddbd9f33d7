package io.coffer.owner.page;

import io.smallrye.mutiny.Uni;
import java.util.List;
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

  /** A part of the list, and how long the whole of it is. An unknown marker gives no rows. */
  public Uni<Slice<R>> read(Mutiny.Session session, String project, Criteria criteria, Page page) {
    if (page.marker() == null) {
      return rows(session, criteria, page).chain(rows -> counted(session, criteria, page, rows));
    }
    return marked(session, project, page.marker())
        .chain(
            row ->
                row == null
                    ? Uni.createFrom().item(List.<R>of())
                    : rows(session, after(criteria.copy(), row), page))
        .chain(rows -> count(session, criteria).map(total -> new Slice<>(rows, total)));
  }

  private Uni<List<R>> rows(Mutiny.Session session, Criteria criteria, Page page) {
    String hql = "select r from " + entity.getSimpleName() + " r" + criteria.clause() + clause();
    return criteria
        .bind(session.createSelectionQuery(hql, entity))
        .setFirstResult(page.offset())
        .setMaxResults(page.limit())
        .getResultList();
  }

  /** A first page that is not full is the whole list. */
  private Uni<Slice<R>> counted(
      Mutiny.Session session, Criteria criteria, Page page, List<R> rows) {
    if (page.offset() == 0 && rows.size() < page.limit()) {
      return Uni.createFrom().item(new Slice<>(rows, rows.size()));
    }
    return count(session, criteria).map(total -> new Slice<>(rows, total));
  }

  private Uni<Long> count(Mutiny.Session session, Criteria criteria) {
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
